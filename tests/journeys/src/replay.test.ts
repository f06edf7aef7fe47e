import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Hub } from '@hub/hub/hub.ts'
import { replayCommand } from '@hub/hub/replay-command.ts'
import type { ReplayOptions } from '@hub/hub/replay-options.ts'
import { BenefitApplied } from '@hub/schemas/veteran-affairs/applications.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let person: string
let matter: string

const [falselyDead, other] = [citizenNumberOf(31), citizenNumberOf(32)] as const
const act = {
  person: { citizenNumber: falselyDead },
  region: '430302',
  handledBy: [{ officialId: 'O-1001', duty: '经办' }],
}
const said = (id: string, type: string, day: string, data: object, more: object = {}) => ({
  specversion: '1.0',
  id,
  source: `/departments/${type.split('.')[0]}/ledger`,
  type,
  time: `${day}T09:00:00+08:00`,
  ...more,
  data: { ...act, ...data },
})
const registry = '/departments/civil-affairs/ledger'
const died = { diedOn: '2024-03-05', evidence: '医学证明', certificateNo: 'SW-1' }
const stopped = { item: '生活补助', from: '2024-04', reasonCode: '死亡' }
const resumed = { item: '生活补助', from: '2024-06', reasonCode: '其他', backPayFrom: '2024-04' }
const takenBack = { replaces: `${registry}#M-1`, replacesreason: 'clerical-error' }

/** The false death of the README, each fact recorded on the day on which it happened. */
beforeAll(async () => {
  hub = await startOn(folder, { simulatedFrom: Date.parse('2024-01-05T01:00:00Z') })
  const client = clientOf(hub)
  const record = async (event: { time: string; type: string }) => {
    await client.put('/clock', { now: new Date(event.time).toISOString() })
    const receipt = await client.settle(event, event.type.split('.')[0])
    expect(receipt.state).toBe('RECORDED')
    return receipt
  }
  await record(registration('R-1', falselyDead, { time: '2024-01-05T09:00:00+08:00' }, { region: '430302' }))
  person = await client.personIdOf(falselyDead)
  await record(registration('R-2', other, { time: '2024-01-06T09:00:00+08:00' }, { region: '430304001' }))
  await record(said('M-1', 'civil-affairs.DeathRegistered.v1', '2024-03-12', died))
  await record(
    said('B-1', 'veteran-affairs.BenefitSuspended.v1', '2024-03-18', stopped, { causationid: `${registry}#M-1` }),
  )
  const applied = { ...BenefitApplied.example, ...act, materials: [{ kind: '申请表', from: '申请人' }] }
  matter = (await record(said('C-1', BenefitApplied.type, '2024-04-02', applied))).stream!
  await record(said('M-2', 'civil-affairs.FactRetracted.v1', '2024-05-20', { reason: '误报，当事人健在' }, takenBack))
  await record(said('B-2', 'veteran-affairs.BenefitResumed.v1', '2024-05-27', resumed))
  await hub.visible()
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const replayed = async (options: Omit<ReplayOptions, 'data'>): Promise<string[]> => {
  const lines: string[] = []
  await replayCommand({ ...options, data: folder }, (text) => lines.push(text))
  return lines
}
type Step = { type: string; recordedAt: string; occurredAt: string; personId?: string; changes?: Change[] }
type Change = { path: string; kind: string; before?: unknown; after?: unknown }
const steps = async (options: Omit<ReplayOptions, 'data' | 'json'>): Promise<Step[]> =>
  (await replayed({ ...options, json: true })).map((line) => JSON.parse(line) as Step)
const namesOf = (of: readonly Step[]) => of.map(({ type }) => type.split('.')[1])
const life = [
  'VeteranRegistered',
  'DeathRegistered',
  'BenefitSuspended',
  'BenefitApplied',
  'FactRetracted',
  'BenefitResumed',
]

describe('hub replay', () => {
  it('shows the false death: what each event changed, and that nothing of it stands in the end', async () => {
    const all = await steps({ person: falselyDead })
    expect(namesOf(all)).toEqual(life)
    const deaths = all.flatMap(({ type, changes }) =>
      (changes ?? [])
        .filter(({ path }) => path === 'status.deceasedOn')
        .map(({ kind, before, after }) => [type, kind, before ?? after]),
    )
    expect(deaths).toEqual([
      ['civil-affairs.DeathRegistered.v1', 'ADDED', '2024-03-05'],
      ['civil-affairs.FactRetracted.v1', 'REMOVED', '2024-03-05'],
    ])
    expect(await steps({ person })).toEqual(all)
  })

  it('shows only what was known on the day that payment stopped', async () => {
    const known = await steps({ person, asKnownAt: '2024-03-18' })
    expect(namesOf(known)).toEqual(life.slice(0, 3))
    expect(await steps({ person, recordedTo: '2024-03-18' })).toEqual(known)
  })

  it.each<[string, Omit<ReplayOptions, 'data' | 'json'>, string[]]>([
    ['a type', { type: ['DeathRegistered'] }, ['DeathRegistered']],
    ['several types', { type: ['DeathRegistered', 'FactRetracted'] }, ['DeathRegistered', 'FactRetracted']],
    ['a department', { department: ['civil-affairs'] }, ['DeathRegistered', 'FactRetracted']],
    ['a region and what is under it', { region: '430304' }, ['VeteranRegistered']],
    ['when it happened', { from: '2024-03-12', to: '2024-03-18' }, ['DeathRegistered', 'BenefitSuspended']],
    ['an instant', { from: '2024-05-20T01:00:00Z', to: '2024-05-20T01:00:00Z' }, ['FactRetracted']],
    ['when it was recorded', { recordedFrom: '2024-05-21' }, ['BenefitResumed']],
    ['several at once', { department: ['civil-affairs'], to: '2024-03-31' }, ['DeathRegistered']],
  ])('goes by %s', async (_what, options, expected) => {
    expect(namesOf(await steps(options))).toEqual(expected)
  })

  it('goes by stream, and by case with its whole name or its id', async () => {
    expect(namesOf(await steps({ stream: `person-${person}` }))).toEqual(
      life.filter((name) => name !== 'BenefitApplied'),
    )
    const ofCase = await steps({ case: matter })
    expect(namesOf(ofCase)).toEqual(['BenefitApplied'])
    expect(await steps({ case: matter.slice('case-'.length) })).toEqual(ofCase)
    expect(await steps({ stream: matter })).toEqual(ofCase)
  })

  it('goes backwards, each event with the same change', async () => {
    expect(await steps({ person, backwards: true })).toEqual((await steps({ person })).toReversed())
  })

  it('can be read in a terminal, in the order in which things became known', async () => {
    const [registered, death] = await replayed({ person })
    expect(registered).toContain('建档立卡')
    expect(death?.split('\n')).toEqual([
      expect.stringMatching(/^2024-03-12T01:00:00\.000Z {2}civil-affairs {2}.+ \(DeathRegistered\)$/),
      expect.stringMatching(/^ {4}happened 2024-03-12T01:00:00\.000Z {2}event [0-9a-f-]{36}$/),
      expect.stringMatching(/^ {4}status\.\w+: – → /),
      expect.stringMatching(/^ {4}status\.\w+: – → /),
    ])
  })

  it('is a command; a citizen number comes by its standard input', () => {
    const cli = fileURLToPath(import.meta.resolve('@hub/hub/cli.ts'))
    const run = (...options: string[]) =>
      execFileSync(process.execPath, [cli, 'replay', '--data', folder, '--json', ...options], {
        input: `${falselyDead}\n`,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      })
    const lines = run('--person', '-', '--as-known-at', '2024-03-18', '--backwards').trim().split('\n')
    expect(namesOf(lines.map((line) => JSON.parse(line) as Step))).toEqual(life.slice(0, 3).toReversed())
    expect(() => run('--person', falselyDead)).toThrow('Command failed')
  })
})

describe('what hub replay refuses', () => {
  it('is a day that is none, a pace that is none, a number that is no citizen number, a region that is none', async () => {
    await expect(replayed({ from: '昨天' })).rejects.toThrow('--from')
    await expect(replayed({ to: '2024-02-30' })).rejects.toThrow('--to')
    await expect(replayed({ pace: '0' })).rejects.toThrow('--pace')
    await expect(replayed({ region: '湘潭' })).rejects.toThrow('--region')
    const wrong = `${falselyDead.slice(0, 17)}${falselyDead.endsWith('1') ? '2' : '1'}`
    const refused = replayed({ person: wrong })
    await expect(refused).rejects.toThrow('身份')
    await expect(refused).rejects.not.toThrow(wrong)
    await expect(replayed({ type: ['Nothing'] })).rejects.toThrow('--type')
    await expect(replayed({ department: ['police'] })).rejects.toThrow('--department')
  })

  it('is a folder without a hub in it', async () => {
    await expect(replayCommand({ data: '/nowhere' }, () => {})).rejects.toThrow('/nowhere')
  })

  it('is nothing to replay, told by how it ends', async () => {
    expect(await replayCommand({ data: folder, person, asKnownAt: '2023-01-01' }, () => {})).toBe(1)
    expect(await replayCommand({ data: folder, stream: 'person-none' }, () => {})).toBe(1)
  })
})
