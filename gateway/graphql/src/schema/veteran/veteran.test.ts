import { sampleStoreId } from '@hub/reading/sample-reading.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>

beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say(sampleLife(first, second, '钟一山'))
  await gateway.say(sampleLife(second, first, '欧阳小月'))
})
afterAll(() => gateway.close())

const person = { person: first }

describe('a file', () => {
  it('says each value with its source', async () => {
    const { data, errors } = await gateway.ask(
      `query($person: ID!) { veteran(by: { personId: $person }) {
        personId
        identity { name { value visibility disputed source { department { key } type event { __typename titleZh } } } }
        contact { phone { value visibility } addressLine { value } }
        identities { disability { value { name status grade { value source { type } } } visibility } cards { kind { value { code } } } }
        family { marriages { name status history { eventId } } }
      } }`,
      person,
    )
    expect(errors).toBeUndefined()
    expect(data?.veteran).toMatchObject({
      personId: first,
      identity: {
        name: {
          value: '钟一山',
          visibility: 'VISIBLE',
          disputed: false,
          source: {
            department: { key: 'veteran-affairs' },
            event: { __typename: 'VeteranRegistered', titleZh: '建档立卡' },
          },
        },
      },
      contact: { phone: { value: null, visibility: 'UNKNOWN' }, addressLine: { value: '莲花巷甲八号' } },
      identities: {
        disability: { visibility: 'VISIBLE', value: { name: 'DisabilityRated', grade: { value: 5 } } },
        cards: [],
      },
      family: { marriages: [{ name: 'MarriageRegistered', status: 'current' }] },
    })
  })

  it('is as it was true then and as it was known then, and its moment gives the same again', async () => {
    const query = `query($person: ID!, $moment: MomentInput) { veteran(by: { personId: $person }, moment: $moment) {
      moment { position asKnownAt } status { alive { value } } identities { disability { value { grade { value } } } }
    } }`
    const { data: events } = await gateway.ask('{ events(first: 7) { nodes { position } } }')
    const position = (events as unknown as { events: { nodes: { position: string }[] } }).events.nodes[6]?.position
    const { data: then } = await gateway.ask(query, { ...person, moment: { asKnownAt: { position } } })
    expect(then?.veteran).toMatchObject({
      moment: { position },
      status: { alive: { value: false } },
      identities: { disability: { value: { grade: { value: 4 } } } },
    })
    const { data: again } = await gateway.ask(query, { ...person, moment: { asKnownAt: { position } } })
    expect(again).toEqual(then)
    const { data: now } = await gateway.ask(query, person)
    expect(now?.veteran).toMatchObject({ identities: { disability: { value: { grade: { value: 5 } } } } })
  })

  it('is not found before anything was true of the person, and in no other way', async () => {
    const { data, errors } = await gateway.ask(
      'query($person: ID!) { veteran(by: { personId: $person }, moment: { asOf: "1990-01-01T00:00:00Z" }) { id } }',
      person,
    )
    expect(data).toEqual({ veteran: null })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('waits for what the caller has just sent, and says so when that does not come', async () => {
    const query = `query($person: ID!, $atLeast: Position!) { veteran(by: { personId: $person }, atLeast: $atLeast) { personId } }`
    const there = await gateway.ask(query, { ...person, atLeast: await gateway.store.head() })
    expect(there.data).toEqual({ veteran: { personId: first } })
    const { errors } = await gateway.ask(query, { ...person, atLeast: 'f'.repeat(32) })
    expect(errors?.[0]?.extensions.code).toBe('NOT_YET')
  })

  it('has a global id that `node` opens', async () => {
    const { data } = await gateway.ask('query($person: ID!) { veteran(by: { personId: $person }) { id } }', person)
    const { id } = (data as unknown as { veteran: { id: string } }).veteran
    const { data: opened } = await gateway.ask(
      'query($id: ID!) { node(id: $id) { id ... on Veteran { personId } } nodes(ids: [$id, "x"]) { __typename } }',
      { id },
    )
    expect(opened).toEqual({ node: { id, personId: first }, nodes: [{ __typename: 'Veteran' }, null] })
  })
})

describe('lists', () => {
  const timeline = `query($person: ID!, $after: String) { veteran(by: { personId: $person }) {
    timeline(first: 4, after: $after) { totalCount nodes { eventId } pageInfo { hasNextPage endCursor } }
  } }`
  type Page = {
    totalCount: number
    nodes: { eventId: string }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
  const pageOf = (data: unknown) => (data as { veteran: { timeline: Page } }).veteran.timeline

  it('go on behind a cursor until all has been seen once', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (;;) {
      const page: Page = pageOf((await gateway.ask(timeline, { ...person, after })).data)
      seen.push(...page.nodes.map(({ eventId }) => eventId))
      if (!page.pageInfo.hasNextPage) {
        expect(seen).toHaveLength(page.totalCount)
        break
      }
      after = page.pageInfo.endCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('refuse a cursor of another list, and one that was changed', async () => {
    const { endCursor } = pageOf((await gateway.ask(timeline, person)).data).pageInfo
    for (const [who, after] of [
      [second, endCursor],
      [first, `${endCursor.slice(0, -2)}AA`],
      [first, 'nonsense'],
    ] as const) {
      const { errors } = await gateway.ask(timeline, { person: who, after })
      expect(errors?.[0]?.extensions.code).toBe('CURSOR_MISMATCH')
    }
  })

  it('find files by name, surname and initials, and page through them', async () => {
    const query = `query($filter: VeteranFilter, $after: String) { veterans(filter: $filter, first: 1, after: $after) {
      totalCount nodes { personId } pageInfo { hasNextPage endCursor }
    } }`
    const { data } = await gateway.ask(query, { filter: { surname: '欧阳' } })
    expect(data?.veterans).toMatchObject({ totalCount: 1, nodes: [{ personId: second }] })
    const { data: all } = await gateway.ask(query)
    const { endCursor } = (all as unknown as { veterans: { pageInfo: { endCursor: string } } }).veterans.pageInfo
    const { data: rest } = await gateway.ask(query, { after: endCursor })
    expect(rest?.veterans).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } })
  })

  it('say events of a name with the fields of their type', async () => {
    const { data } = await gateway.ask(`{ events(filter: { names: ["DisabilityRated"], personId: "${first}" }) {
      totalCount nodes { titleEn envelope { replacesReason } ... on DisabilityRated { grade nature { code labelEn } handledBy { officialId } } }
    } }`)
    expect(data?.events).toMatchObject({
      totalCount: 3,
      nodes: [{ grade: 6, nature: { code: '因公' } }, { grade: 5, envelope: { replacesReason: 'clerical-error' } }, {}],
    })
  })
})

it('says which store answers, and how far the views have come', async () => {
  const { data } = await gateway.ask('{ storeInfo { storeId events moment { position } } }')
  expect(data?.storeInfo).toEqual({
    storeId: sampleStoreId,
    events: 18,
    moment: { position: await gateway.store.head() },
  })
})
