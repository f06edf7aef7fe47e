import type { Hub } from '@hub/hub/hub.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
let persons: string[] = []

const [one, other] = [citizenNumberOf(1), citizenNumberOf(2)] as const
const office = '/departments/veteran-affairs/service-platform'
const registry = '/departments/civil-affairs/deaths'
const act = (citizenNumber: string) => ({
  person: { citizenNumber },
  region: '430302',
  handledBy: [{ officialId: 'O-1001', duty: '经办' }],
})
const event = (id: string, source: string, type: string, time: string, data: object, more: object = {}) => ({
  specversion: '1.0',
  id,
  source,
  type,
  time,
  ...more,
  data,
})
const rating = (id: string, citizenNumber: string, time: string, grade: number, more: object = {}) => {
  const data = {
    ...act(citizenNumber),
    kind: '补办',
    category: '残疾军人',
    grade,
    nature: '因公',
    approvedOn: '2024-12-10',
    payableFrom: '2025-01',
  }
  return event(id, office, 'veteran-affairs.DisabilityRated.v1', time, data, more)
}
const replacing = (target: string) => ({ replaces: target, replacesreason: 'clerical-error' })
const at = (now: string) => client.put('/clock', { now })
const record = async (said: object, department?: string) => {
  const receipt = await client.settle(said, department)
  expect(receipt.state).toBe('RECORDED')
  return receipt
}

// What happened, and when the hub came to know it: one fact late, one corrected, one taken back, and two numbers that
// turn out to be one person's.
beforeAll(async () => {
  hub = await startOn(folder, { simulatedFrom: Date.parse('2025-01-01T00:00:00Z') })
  client = clientOf(hub)
  await record(registration('R-1', one, { time: '2024-12-01T00:00:00Z' }))
  await record(rating('D-1', one, '2024-12-10T00:00:00Z', 6))
  await at('2025-02-01T00:00:00.000Z')
  await record(rating('D-2', one, '2024-12-10T00:00:00Z', 5, replacing(`${office}#D-1`)))
  await at('2025-03-01T00:00:00.000Z')
  const died = { ...act(one), diedOn: '2025-01-15', evidence: '医学证明', certificateNo: 'SW-1' }
  await record(
    event('M-1', registry, 'civil-affairs.DeathRegistered.v1', '2025-01-15T00:00:00Z', died),
    'civil-affairs',
  )
  await at('2025-04-01T00:00:00.000Z')
  const wrong = { ...act(one), reason: '误报' }
  const type = 'civil-affairs.FactRetracted.v1'
  await record(
    event('M-2', registry, type, '2025-04-01T00:00:00Z', wrong, replacing(`${registry}#M-1`)),
    'civil-affairs',
  )
  await at('2025-05-01T00:00:00.000Z')
  await record(registration('R-2', other, { time: '2025-04-15T00:00:00Z' }))
  await record(rating('D-3', other, '2025-04-20T00:00:00Z', 4))
  persons = [await client.personIdOf(one), await client.personIdOf(other)]
  await at('2025-06-01T00:00:00.000Z')
  const decision = { persons, evidence: ['档案核对'], decidedBy: 'O-1', secondDecider: 'O-2' }
  expect(
    (await client.post('/identity', 'application/json', JSON.stringify({ kind: 'link', ...decision }))).body,
  ).toMatchObject({
    status: 'decided',
  })
  await hub.visible()
})
afterAll(async () => {
  await hub.stop()
  remove()
})

type File = {
  veteran: {
    moment: { asOf: string | null; position: string }
    identities: { disability: { value: { grade: { value: number } } | null } }
    status: { deceasedOn: { value: string | null } }
  }
}
const query = `query ($person: ID!, $moment: MomentInput) { veteran(by: { personId: $person }, moment: $moment) {
  moment { asOf position }
  identities { disability { value { grade { value } } } }
  status { deceasedOn { value } }
} }`
const fileOf = async (moment: object | undefined, person = persons[0]) => {
  const { data, codes } = await client.ask(query, { person, moment })
  expect(codes).toEqual([])
  return (data as unknown as File).veteran
}
const shown = ({ identities, status }: File['veteran']) => [
  identities.disability.value?.grade.value,
  status.deceasedOn.value,
]

describe('a file at a moment', () => {
  const moments: [string, string | undefined, string | undefined, (number | string | null | undefined)[]][] = [
    ['first what was said first', undefined, '2025-01-15T00:00:00Z', [6, null]],
    ['then the correction', undefined, '2025-02-15T00:00:00Z', [5, null]],
    ['then the late death', undefined, '2025-03-15T00:00:00Z', [5, '2025-01-15']],
    ['but not before the day of death', '2025-01-10T00:00:00Z', '2025-03-15T00:00:00Z', [5, null]],
    ['nothing rated before the rating', '2024-12-05T00:00:00Z', '2025-03-15T00:00:00Z', [undefined, null]],
    ['then the retraction', undefined, '2025-04-15T00:00:00Z', [5, null]],
    ['nothing of the other number before the link', undefined, '2025-05-15T00:00:00Z', [5, null]],
    ['both numbers after the link', undefined, '2025-06-15T00:00:00Z', [4, null]],
    ['the link, but only what was true then', '2025-04-18T00:00:00Z', '2025-06-15T00:00:00Z', [5, null]],
    ['now everything', undefined, undefined, [4, null]],
  ]
  it.each(moments)('shows %s', async (_what, asOf, time, expected) => {
    const moment = { ...(asOf ? { asOf } : {}), ...(time ? { asKnownAt: { time } } : {}) }
    const file = await fileOf(moment)
    expect(shown(file)).toEqual(expected)
    // The moment that an answer names gives the same answer again.
    const again = await fileOf({ ...(asOf ? { asOf } : {}), asKnownAt: { position: file.moment.position } })
    expect(again).toEqual(file)
  })

  it('is one file under both numbers, and two again after the link is undone', async () => {
    expect(shown(await fileOf(undefined, persons[1]))).toEqual([4, null])
    const linked = await fileOf(undefined)
    await at('2025-07-01T00:00:00.000Z')
    const decision = { persons, evidence: ['重新核对'], decidedBy: 'O-1', secondDecider: 'O-2' }
    await client.post('/identity', 'application/json', JSON.stringify({ kind: 'unlink', ...decision }))
    await hub.visible()
    expect(shown(await fileOf(undefined))).toEqual([5, null])
    expect(await fileOf({ asKnownAt: { position: linked.moment.position } })).toEqual(linked)
    expect(shown(await fileOf({ asKnownAt: { time: '2025-06-15T00:00:00Z' } }))).toEqual([4, null])
  })

  it('of a decision that one official takes alone, or about one person, is not taken', async () => {
    const decide = (changes: object) => {
      const decision = { kind: 'link', persons, evidence: ['a'], decidedBy: 'O-1', secondDecider: 'O-2', ...changes }
      return client.post('/identity', 'application/json', JSON.stringify(decision))
    }
    expect((await decide({ secondDecider: 'O-1' })).status).toBe(422)
    expect((await decide({ persons: [persons[0], persons[0]] })).status).toBe(422)
    const wrong = await decide({ persons: [one, other] })
    expect(wrong.status).toBe(422)
    expect(wrong.text.includes(one)).toBe(false)
  })
})
