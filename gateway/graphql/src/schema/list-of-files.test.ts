import type { Said } from '@hub/views/sample-hub.fixture.ts'
import { sampleLife } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSampleGateway } from './sample-gateway.fixture.ts'

const letter = (n: number) => String.fromCharCode(97 + (n % 20))
const persons = Array.from({ length: 100 }, (_, n) => `1${letter(Math.floor(n / 20))}${letter(n).repeat(25)}`)

let gateway: ReturnType<typeof openSampleGateway>
beforeAll(async () => {
  gateway = openSampleGateway()
  const lives = persons.flatMap((person, n): Said[] =>
    sampleLife(person, persons[(n + 1) % 100]!, `王${n}`).slice(0, 4),
  )
  await gateway.say(lives)
})
afterAll(() => gateway.close())

const sections = `nodes { identity { name { id value source { event { titleZh } } } }
  employment { jobs { id status postKind { id value source { event { titleEn } } } } }
  family { marriages { id name history { event { recordedAt } } } }
  timeline(first: 2) { totalCount nodes { eventId erased } } }`
const asked = `query($first: Int!, $moment: MomentInput) { veterans(first: $first, moment: $moment) { ${sections} } }`

it.each([
  ['now', undefined],
  ['at a past moment', { asOf: '2023-01-01T00:00:00Z' }],
])(
  'a list of 100 files %s, three sections and timelines, asks views and store as often as one of 10',
  async (_when, moment) => {
    const counted = async (first: number) => {
      const { statements, storeReads, stop } = gateway.countStatements()
      const { data, errors } = await gateway.ask<{ veterans: { nodes: object[] } }>(asked, { first, moment })
      expect(errors).toBeUndefined()
      expect(data.veterans.nodes).toHaveLength(first)
      stop()
      return { statements: statements(), storeReads: storeReads() }
    }
    // What is made once a moment is made before.
    await counted(1)
    const ten = await counted(10)
    expect(ten.statements).toBeGreaterThan(3)
    expect(ten.storeReads).toBeGreaterThan(1)
    expect(await counted(100)).toEqual(ten)
  },
)
