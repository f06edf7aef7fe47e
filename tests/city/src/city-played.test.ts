import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openViews } from '@hub/gateway/views/open-views.ts'
import { currentViewFile } from '@hub/gateway/views/view-files.ts'
import { type Hub, startHub } from '@hub/hub/hub.ts'
import { verifyCommand } from '@hub/hub/verify-command.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, firstDay } from './city.ts'
import { falseDeathText, reportRows } from './demo-report.ts'
import { expectedFigures } from './expected-figures.ts'
import { type Played, play } from './play.ts'
import { sampleCity } from './sample-city.ts'
import { falselyDeclaredDead } from './stories/false-death.ts'
import { malformedCount } from './stories/what-goes-wrong.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-city-'))
let hub: Hub
let city: City
let played: Played

beforeAll(async () => {
  hub = await startHub({
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    simulatedFrom: Date.parse(`${firstDay}T00:00:00.000Z`),
    onCrash: (reason) => {
      throw new Error(reason)
    },
  })
  city = sampleCity({ seed: 5, persons: 1_500 })
  played = await play(hub.url, city.submissions)
  await hub.visible()
})
afterAll(async () => {
  await hub.stop()
  rmSync(folder, { recursive: true, force: true })
})

const filesUnder = (path: string): string[] =>
  readdirSync(path).flatMap((name) => {
    const at = join(path, name)
    return statSync(at).isDirectory() ? filesUnder(at) : [at]
  })

/** Texts that must stand nowhere in the clear: citizen numbers, names of three characters, phones, accounts. */
const personalTexts = ({ veterans, families, submissions }: City): ReadonlySet<string> => {
  const people = [...veterans, ...families]
  const sent = submissions.map(({ event }) => event.data as { phone?: string; accountToken?: string })
  return new Set([
    ...people.map((one) => one.citizenNumber),
    ...people.map((one) => one.name).filter((name) => name.length === 3),
    ...sent.flatMap(({ phone, accountToken }) => [phone, accountToken].filter((text) => text !== undefined)),
  ])
}

const windows = (run: string, length: number) =>
  Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length))

/** Every text of a file that could be one of them. */
const candidatesIn = (text: string): string[] => [
  ...[...text.matchAll(/\d{11,}X?/g)].flatMap(([run]) => [...windows(run, 18), ...windows(run, 11)]),
  ...[...text.matchAll(/[\u4e00-\u9fff]{3,}/g)].flatMap(([run]) => windows(run, 3)),
  ...[...text.matchAll(/acct-\d+/g)].map(([account]) => account),
]

describe('the sample city, played', () => {
  it('is accepted but for the malformed messages', () => {
    const faults = new Set(played.faults.map((fault) => fault.split(' ').slice(1).join(' ')))
    expect(played.refused, [...faults].join(', ')).toBe(malformedCount)
    expect(played.accepted).toBe(city.submissions.length - malformedCount)
  })

  it('gives every figure of the work report exactly', async () => {
    const rows = await reportRows(hub.url, expectedFigures(city))
    expect(rows.filter((row) => !row.equal)).toEqual([])
  })

  it('tells the false death as it was known, and as it was', async () => {
    const [known, truth] = (await falseDeathText(hub.url, falselyDeclaredDead(city).citizenNumber)).split(
      'true that day',
    )
    expect(known).toContain('2024-03-05')
    expect(truth).not.toContain('2024-03-05')
  })

  it('has views in which a verification finds nothing, and one altered cell', async () => {
    const verify = async () => {
      const lines: string[] = []
      const code = await verifyCommand({ data: folder, json: true }, (line) => lines.push(line))
      return { code, found: lines.map((line) => JSON.parse(line)) }
    }
    const untouched = await verify()
    expect(untouched).toMatchObject({ code: 0, found: [{ differences: 0 }] })
    expect(untouched.found[0].rows).toBeGreaterThan(city.submissions.length)
    const views = openViews({ file: currentViewFile(join(folder, 'views'))! })
    const alter = (change: number) =>
      views.database
        .prepare('UPDATE files SET birth_year = birth_year + ? WHERE person = (SELECT max(person) FROM files)')
        .run(change)
    const altered = await (async () => {
      alter(1)
      return verify().finally(() => {
        alter(-1)
        views.close()
      })
    })()
    expect(altered).toMatchObject({
      code: 1,
      found: [{ table: 'files', column: 'birth_year', kind: 'different' }, { differences: 1 }],
    })
  })

  it('would find them if they stood there', () => {
    const [one] = city.veterans
    expect(candidatesIn(`x${one!.citizenNumber}y 姓名${one!.name}。`)).toContain(one!.citizenNumber)
    expect(candidatesIn('姓名欧阳德。')).toContain('欧阳德')
  })

  it('leaves no citizen number, name, phone or account in the clear on disk', () => {
    const texts = personalTexts(city)
    expect(texts.size).toBeGreaterThan(2_000)
    const found = filesUnder(folder).flatMap((file) => {
      const hits = candidatesIn(readFileSync(file, 'utf8')).filter((candidate) => texts.has(candidate)).length
      return hits === 0 ? [] : [{ file, hits }]
    })
    expect(found).toEqual([])
  })
})
