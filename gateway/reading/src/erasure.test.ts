import { catalogue } from '@hub/schemas/catalogue.ts'
import { examplePersonAct } from '@hub/schemas/example-act.ts'
import { first, second } from '@hub/views/sample-life.fixture.ts'
import { verifyViews } from '@hub/views/verify/verify-views.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figures } from './report/figures.ts'
import { workReport } from './report/work-report.ts'
import { openSampleReading } from './sample-reading.fixture.ts'

let reading: ReturnType<typeof openSampleReading>

/** The example's data with the two persons of this test in the place of the citizen numbers. */
const withPersons = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withPersons)
  if (typeof value !== 'object' || value === null) return value
  const { citizenNumber, ...rest } = value as Record<string, unknown>
  if (citizenNumber !== undefined)
    return { personId: citizenNumber === examplePersonAct.person.citizenNumber ? first : second }
  return Object.fromEntries(Object.entries(rest).map(([field, each]) => [field, withPersons(each)]))
}

const speaking = catalogue.filter(({ department }) => department !== 'hub')

/** Offices of a township and of its county. */
const offices = ['430302001', '430302'] as const

/** The example of every type and version of the vocabulary, all of them of one person who is married to another. */
const everything = speaking.flatMap((definition, index) =>
  [definition, ...definition.earlier].map(({ version, example }) => {
    const data = withPersons({ ...example, region: offices[index % 2] }) as Record<string, unknown>
    const named = data[definition.personField ?? ''] as { personId: string } | undefined
    const ofPerson = definition.category === 'person' || definition.category === 'any'
    return {
      type: `${definition.department}.${definition.name}.v${version}`,
      stream: ofPerson ? `person-${named!.personId}` : `${definition.category}-${'a'.repeat(26)}`,
      id: `${definition.name}-${version}`,
      time: '2025-04-05T02:00:00.000Z',
      data,
    }
  }),
)

const erase = async (person: string) => {
  await reading.keys.destroy(person)
  const [id, time] = [`erased-${person}`, '2025-06-01T00:00:00.000Z']
  const data = { person: { personId: person } }
  await reading.say([{ id, type: 'hub.PersonErased.v1', stream: `erasure-${person}`, time, data }])
}

const counted = () => {
  const report = workReport(reading.views.database, { ordinal: Number.MAX_SAFE_INTEGER })
  return figures.map((figure) => [
    figure.key,
    report.value(figure),
    report.breakdown(figure, 'county'),
    'groupBy' in figure ? report.breakdown(figure, 'group') : [],
  ])
}

/** Words of health, kin, prison, pensions, service, places and acts that the examples hold. */
const telling = (example: Readonly<Record<string, unknown>>, sealed: readonly { field: string }[]) =>
  JSON.stringify(sealed.map(({ field }) => example[field])).match(/[\p{Script=Han}]{3,}|\d{9,}|[A-Z]{2}[\w-]{5,}/gu) ??
  []

const differences = async () => {
  const found: unknown[] = []
  await verifyViews({ ...reading, viewsFile: reading.views.file, onDifference: (each) => found.push(each) })
  return found
}

beforeAll(async () => {
  reading = openSampleReading()
  await reading.say(everything)
}, 60_000)
afterAll(() => reading.close())

describe('a person of whom everything was said', () => {
  it('lies in the store without a word of what is sealed', async () => {
    const stored = JSON.stringify((await reading.store.readAll({ limit: 1_000 })).map(({ data }) => data))
    const words = speaking.flatMap(({ example, sealedFields }) => telling(example, sealedFields))
    const open = speaking.map(({ personField, example, openFields }) =>
      JSON.stringify(
        personField === undefined
          ? example
          : openFields.flatMap(({ field, as }) => (as?.form === 'keyed' ? [] : [example[field]])),
      ),
    )
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word) => stored.includes(word) && !open.join().includes(word))).toEqual([])
    // A relative is named by id only where something is said of them alone.
    const own = (await reading.store.readStream(`person-${first}`, { limit: 1_000 })).map(({ data }) => data).join()
    expect(own).not.toContain(second)
  })

  it('counts in the report as before when they are erased, and everything else is gone', async () => {
    const before = counted()
    expect(before.filter(([, value]) => Number(value) > 0).length).toBeGreaterThan(40)
    const regionsOf = (person: string) =>
      reading.views.database.prepare('SELECT DISTINCT region FROM facts WHERE person = ? ORDER BY region').all(person)
    expect(regionsOf(first)).toEqual([{ region: '430302' }, { region: '430302001' }])
    expect(await differences()).toEqual([])

    await erase(first)
    expect(counted()).toEqual(before)
    expect(await differences()).toEqual([])
    expect(regionsOf(first)).toEqual([{ region: null }, { region: '430302' }])
    expect(reading.views.database.prepare('SELECT * FROM mentions WHERE file = ?').all(first)).toEqual([])
    expect(reading.views.database.prepare('SELECT * FROM files WHERE person = ?').get(first)).toMatchObject({
      disability_grade: null,
      birth_year: null,
      region: '430302',
      box: null,
    })

    const file = await reading.reader.file(first)
    expect(JSON.stringify(file)).not.toMatch(/NaN|undefined/)
    expect(file).toMatchObject({ lost: 'all', identity: { kind: { value: 'veteran' } } })
    expect(Object.keys(file!.identity).sort()).toEqual(['kind', 'registeredOn'])

    await erase(second)
    expect(counted()).toEqual(before)
    expect(await differences()).toEqual([])
  })
})
