import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from './sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>
const third = `1${'d'.repeat(26)}`

beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say(sampleLife(first, second, '钟一山'))
  await gateway.say(sampleLife(second, first, '欧阳小月'))
})
afterAll(() => gateway.close())

const person = { person: first }
const alive = `query($person: ID!, $moment: MomentInput) { veteran(by: { personId: $person }, moment: $moment) { status { alive { value } } } }`
const codeOf = async (moment: object) =>
  (await gateway.ask(alive, { ...person, moment })).errors?.map(({ extensions }) => extensions.code)

describe('a moment that cannot be answered', () => {
  const beyond = 'f'.repeat(32)
  it.each([
    ['known before the store was founded', { asKnownAt: { time: '2024-12-31T23:59:59Z' } }, 'BEFORE_FOUNDING'],
    ['known at the start of the log', { asKnownAt: { position: '0'.repeat(32) } }, 'BEFORE_FOUNDING'],
    ['known in the future', { asKnownAt: { time: '2999-01-01T00:00:00Z' } }, 'MOMENT_IN_FUTURE'],
    ['true in the future', { asOf: '2999-01-01T00:00:00Z' }, 'MOMENT_IN_FUTURE'],
    ['known at a position that is not there yet', { asKnownAt: { position: beyond } }, 'NOT_YET'],
    [
      'known at a position of another store',
      { asKnownAt: { position: `${'0'.repeat(15)}1${'0'.repeat(15)}2` } },
      'OTHER_STORE',
    ],
    ['without a zone', { asOf: '2025-01-01T00:00:00' }, 'BAD_USER_INPUT'],
    ['on a day that is none', { asOf: '2025-02-30T00:00:00Z' }, 'BAD_USER_INPUT'],
    [
      'by time and position at once',
      { asKnownAt: { time: '2025-01-02T00:00:00Z', position: beyond } },
      'BAD_USER_INPUT',
    ],
  ])('%s has a code', async (_what, moment, code) => {
    expect(await codeOf(moment)).toEqual([code])
  })

  it('in another zone is the same instant', async () => {
    const query = `query($person: ID!, $moment: MomentInput) { veteran(by: { personId: $person }, moment: $moment) { moment { asOf } } }`
    const { data } = await gateway.ask(query, { ...person, moment: { asOf: '2025-06-30T23:59:59-05:00' } })
    expect(data?.veteran).toEqual({ moment: { asOf: '2025-07-01T04:59:59.000Z' } })
  })
})

const everything = `query($person: ID!, $moment: MomentInput, $event: ID!, $ids: [ID!]!) {
  veteran(by: { personId: $person }, moment: $moment) {
    status { alive { value source { eventId } } }
    identities { disability { value { grade { value } } disputed } }
    timeline(first: 3) { totalCount nodes { eventId } moment { position } }
  }
  veterans(moment: $moment, first: 1) { totalCount nodes { personId status { alive { value } } } moment { position } }
  events(moment: $moment, last: 3) { totalCount nodes { eventId } moment { position } }
  event(eventId: $event, moment: $moment) { eventId }
  nodes(ids: $ids, moment: $moment) { id }
  workReport(moment: $moment) { figures { key value { exact } facts(first: 2) { totalCount nodes { eventId } } } moment { position } }
  storeInfo(moment: $moment) { events moment { position } }
}`

describe('an answer', () => {
  it('is for one moment, says which for every root field, and asked again with it is the same for ever', async () => {
    const { data: all } = await gateway.ask('{ events(first: 1) { nodes { eventId id } } }')
    const [event] = (all as unknown as { events: { nodes: { eventId: string; id: string }[] } }).events.nodes
    const variables = { ...person, event: event!.eventId, ids: [event!.id] }
    const before = await gateway.ask(everything, variables)
    expect(before.errors).toBeUndefined()
    const { moments } = before.extensions as { moments: Record<string, { position: string }> }
    expect(Object.keys(moments).sort()).toEqual('event events nodes storeInfo veteran veterans workReport'.split(' '))
    const positions = new Set(Object.values(moments).map(({ position }) => position))
    expect([...positions]).toEqual([await gateway.store.head()])

    const { position } = moments.veteran!
    const asked = { ...variables, moment: { asKnownAt: { position } } }
    const then = await gateway.ask(everything, asked)
    expect(then.data).toEqual(before.data)
    await gateway.say(sampleLife(third, first, '司马长风'))
    await gateway.say([
      {
        type: 'civil-affairs.DeathRegistered.v1',
        stream: `person-${first}`,
        id: 'late',
        time: '2024-12-01T00:00:00.000Z',
        data: {
          region: '430302',
          handledBy: [{ officialId: 'O-1', duty: '经办' }],
          diedOn: '2024-11-30',
          evidence: '医学证明',
          certificateNo: 'SW-9',
        },
      },
    ])
    const later = await gateway.ask(everything, asked)
    expect(later.data).toEqual(before.data)
    const now = await gateway.ask(everything, variables)
    expect(now.data).not.toEqual(before.data)
  })

  it('waits as a whole for the latest position that any of its fields asks for', async () => {
    const query = `query($person: ID!, $far: Position) { veteran(by: { personId: $person }) { personId } events(atLeast: $far) { totalCount } }`
    const there = await gateway.ask(query, { ...person, far: await gateway.store.head() })
    expect(there.errors).toBeUndefined()
    const { errors } = await gateway.ask(query, { ...person, far: 'f'.repeat(32) })
    const refused = errors as unknown as { extensions: { code: string; position: string; lagSeconds: number } }[]
    expect(refused.map(({ extensions }) => extensions.code)).toContain('NOT_YET')
    expect(refused[0]?.extensions.position).toBe(await gateway.store.head())
    expect(refused[0]?.extensions.lagSeconds).toBeGreaterThan(0)
  })
})
