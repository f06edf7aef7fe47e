import type { Said } from '@hub/views/sample-hub.fixture.ts'
import { first, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>
const registered = (id: string, person: string, day: string, recorded: string): Said => ({
  type: 'veteran-affairs.VeteranRegistered.v2',
  stream: `person-${person}`,
  id,
  time: `${day}T02:00:00.000Z`,
  recordedtime: `${recorded}T02:00:00.000Z`,
  data: {
    region: '430302',
    handledBy: [{ officialId: 'O-1', duty: '经办' }],
    name: '谭志强',
    sex: '男',
    birthDate: '1968-03-14',
    hukouRegion: '430302001',
  },
})
const person = (letter: string) => `1${letter.repeat(26)}`

beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say([
    registered('1', first, '2024-01-10', '2024-01-10'),
    registered('2', second, '2024-01-11', '2024-01-11'),
    // Known late, new, and taken back.
    registered('3', person('d'), '2024-01-05', '2024-03-01'),
    registered('4', person('e'), '2024-03-02', '2024-03-02'),
    registered('5', person('f'), '2024-03-03', '2024-03-03'),
    {
      ...registered('6', second, '2024-03-04', '2024-03-04'),
      type: 'veteran-affairs.FactRetracted.v1',
      data: { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }], reason: '重复登记' },
      replaces: '2',
    },
  ])
})
afterAll(() => gateway.close())

const query = `query ($a: MomentInput!, $b: MomentInput, $region: RegionCode, $first: Int, $after: String) {
  compareReport(a: $a, b: $b, region: $region) { figures(keys: ["veterans-registered"]) {
    a { exact } b { exact } difference { exact } parts { cause difference { exact } }
    changes(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
      nodes { kind cause fact { envelope { sourceEventId } } event { __typename } } } } } }`
type Answered = {
  compareReport: {
    figures: {
      a: { exact: number }
      b: { exact: number }
      difference: { exact: number }
      parts: { cause: string; difference: { exact: number } }[]
      changes: {
        totalCount: number
        pageInfo: { endCursor: string; hasNextPage: boolean }
        nodes: {
          kind: string
          cause: string
          fact: { envelope: { sourceEventId: string } }
          event: { __typename: string }
        }[]
      }
    }[]
  }
}
const compared = async (variables: Record<string, unknown>) => {
  const { data, errors } = await gateway.ask(query, {
    a: { asKnownAt: { time: '2024-02-01T00:00:00Z' } },
    ...variables,
  })
  expect(errors).toBe(undefined)
  return (data as unknown as Answered).compareReport.figures[0]!
}

it('splits the difference by its causes, and opens into the facts', async () => {
  const { a, b, difference, parts, changes } = await compared({})
  expect([a.exact, b.exact, difference.exact]).toEqual([2, 4, 2])
  expect(parts.map((part) => [part.cause, part.difference.exact])).toEqual([
    ['NEW', 2],
    ['LATE', 1],
    ['CORRECTED', 0],
    ['RETRACTED', -1],
  ])
  expect(
    changes.nodes.map(({ kind, cause, fact, event }) => [kind, cause, fact.envelope.sourceEventId, event.__typename]),
  ).toEqual([
    ['REMOVED', 'RETRACTED', '2', 'VeteranAffairsFactRetracted'],
    ['ADDED', 'LATE', '3', 'VeteranRegistered'],
    ['ADDED', 'NEW', '4', 'VeteranRegistered'],
    ['ADDED', 'NEW', '5', 'VeteranRegistered'],
  ])
})

it('pages through the facts', async () => {
  const begin = (await compared({ first: 3 })).changes
  expect([begin.totalCount, begin.nodes.length, begin.pageInfo.hasNextPage]).toEqual([4, 3, true])
  const rest = (await compared({ first: 3, after: begin.pageInfo.endCursor })).changes
  expect([rest.nodes.length, rest.pageInfo.hasNextPage]).toEqual([1, false])
})

it('turns round, and looks at a region', async () => {
  const turned = await compared({ a: {}, b: { asKnownAt: { time: '2024-02-01T00:00:00Z' } } })
  expect([turned.difference.exact, turned.parts[3]!.difference.exact]).toEqual([-2, 1])
  expect((await compared({ region: '430304' })).difference.exact).toBe(0)
})
