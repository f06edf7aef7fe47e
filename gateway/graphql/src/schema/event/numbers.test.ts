import { anybody } from '@hub/reading/caller.ts'
import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { type NumberKind, numberKinds } from '@hub/schemas/number-kinds.ts'
import { first, second } from '@hub/views/sample-life.fixture.ts'
import { verifyViews } from '@hub/views/verify/verify-views.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../../server.ts'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

const kinds = Object.keys(numberKinds) as NumberKind[]
const number = 'A-2024-0031'

const fieldOf = ({ openFields }: EventDefinition, kind: NumberKind): string | undefined =>
  openFields.find(({ as }) => as?.form === 'token' && as.of === kind)?.field

/** A type that names a number of this kind in a person's stream, and its field. */
const naming = (kind: NumberKind) => {
  const definition = catalogue.find((one) => one.category === 'person' && fieldOf(one, kind) !== undefined)!
  return { definition, field: fieldOf(definition, kind)! }
}

/** A spouse is another person in any case; who it is does not matter here. */
const withoutPersons = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPersons)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !(typeof member === 'object' && member !== null && 'citizenNumber' in member))
      .map(([field, member]) => [field, withoutPersons(member)]),
  )
}

const says = (person: string, kind: NumberKind, id: string, said: string, replaces?: string) => {
  const { definition, field } = naming(kind)
  const data = withoutPersons(definition.example) as Record<string, unknown>
  return {
    type: definition.type,
    stream: `person-${person}`,
    id: `${kind}-${id}`,
    time: '2025-03-03T02:00:00.000Z',
    data: { ...data, [field]: Array.isArray(data[field]) ? [said] : said },
    ...(replaces === undefined ? {} : { replaces: `${kind}-${replaces}` }),
  }
}

type Numbered = { kind: { code: string; labelZh: string }; token: string }
type Node = { eventId: string; stream: string; numbers: Numbered[] | null }
type Listed = { events: { totalCount: number; edges: { node: Node }[] } }

const listing = `query($filter: EventFilter, $moment: MomentInput) { events(filter: $filter, moment: $moment, first: 50) {
  totalCount edges { node { eventId stream numbers { kind { code labelZh } token } } } } }`

let gateway: ReturnType<typeof openSampleGateway>

const events = async (filter: object, moment?: object): Promise<Node[]> => {
  const { data, errors } = await gateway.ask<Listed>(listing, { filter, moment })
  expect(errors).toBeUndefined()
  return data.events.edges.map(({ node }) => node)
}

/** The token of a number in what is said of a person; the first of its kind. */
const tokenOf = async (person: string, kind: NumberKind): Promise<string> => {
  const [node] = await events({ stream: `person-${person}`, names: [naming(kind).definition.name] })
  return node!.numbers!.find((one) => one.kind.code === kind)!.token
}

const streamsNaming = async (numberToken: string) =>
  [...new Set((await events({ numberToken })).map(({ stream }) => stream))].toSorted()

const streams = [`person-${first}`, `person-${second}`]

beforeAll(async () => {
  gateway = openSampleGateway()
  for (const kind of kinds) await gateway.say([says(first, kind, 'one', number), says(second, kind, 'two', number)])
})
afterAll(() => gateway.close())

describe('two events of two persons that name one number', () => {
  it.each(kinds)('are matched unread by its token: %s', async (kind) => {
    const token = await tokenOf(first, kind)
    expect(await tokenOf(second, kind)).toBe(token)
    expect(token).not.toContain(number)
    expect(await streamsNaming(token)).toEqual(streams)
    expect(
      gateway.views.database
        .prepare('SELECT DISTINCT person FROM numbers JOIN facts USING (ordinal) WHERE token = ? ORDER BY person')
        .all(token),
    ).toEqual([{ person: first }, { person: second }])
  })

  it('are not matched with those that have the same digits as a number of another kind', async () => {
    const tokens = await Promise.all(kinds.map((kind) => tokenOf(first, kind)))
    expect(new Set(tokens).size).toBe(kinds.length)
    expect(await streamsNaming('a'.repeat(26))).toEqual([])
  })

  it('say of what it is the number, in Chinese too', async () => {
    const [node] = await events({ stream: streams[0], names: ['AccountVerified'] })
    expect(node!.numbers).toEqual([
      { kind: { code: 'account', labelZh: '收款账户' }, token: await tokenOf(first, 'account') },
    ])
  })
})

describe('a correction of the number', () => {
  it('moves it: what was corrected names it no more, and did as known before', async () => {
    const before = await tokenOf(second, 'card')
    const known = await gateway.store.head()
    await gateway.say([says(second, 'card', 'corrected', 'B-77', 'two')])
    expect(await streamsNaming(before)).toEqual([streams[0]])
    const asked = await events({ numberToken: before }, { asKnownAt: { position: known } })
    expect(asked.map(({ stream }) => stream).toSorted()).toEqual(streams)
    const [, corrected] = await events({ stream: streams[1], names: [naming('card').definition.name] })
    expect(await streamsNaming(corrected!.numbers![0]!.token)).toEqual([streams[1]])
  })
})

describe('a caller', () => {
  const asking = async (roles: ReadonlyArray<'match-numbers'>, filter: object) => {
    const readerFor = () => gateway.door.readerFor({ ...anybody('test'), roles })
    const other = createGateway({ ...gateway.options, door: { ...gateway.door, readerFor } })
    const response = await other.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: listing, variables: { filter } }),
    })
    return (await response.json()) as { data: Listed | null; errors?: { extensions: { code: string } }[] }
  }

  it('of oversight matches numbers; another one is shown none and may not ask by one', async () => {
    const token = await tokenOf(first, 'account')
    const oversight = await asking(['match-numbers'], { numberToken: token })
    expect(oversight.data?.events.totalCount).toBe(2)
    const shown = await asking([], { names: ['AccountVerified'] })
    expect(shown.data?.events.edges.map(({ node }) => node.numbers)).toEqual([null, null])
    for (const filter of [{ numberToken: token }, { any: [{ numberToken: token }] }])
      expect((await asking([], filter)).errors?.map(({ extensions }) => extensions.code)).toEqual([
        'NUMBERS_NOT_MATCHED',
      ])
  })
})

describe('an erased person', () => {
  it('is matched by pseudonym alone: no token leads back to the number, a name or a file', async () => {
    const token = await tokenOf(first, 'order')
    await gateway.keys.destroy(first)
    await gateway.say([
      {
        id: 'erased',
        type: 'hub.PersonErased.v1',
        stream: `erasure-${first}`,
        time: '2025-06-01T00:00:00.000Z',
        data: { person: { personId: first } },
      },
    ])
    expect(await streamsNaming(token)).toEqual(streams)
    const { data } = await gateway.ask<{ events: { edges: { node: Record<string, unknown> }[] } }>(
      `query($filter: EventFilter) { events(filter: $filter, first: 50) { edges { node {
        numbers { token } erased erasedFields ... on PaymentOrdered { orderId accountToken item { code } } } } } }`,
      { filter: { numberToken: token, stream: streams[0], names: ['PaymentOrdered'] } },
    )
    const gone = data.events.edges.map(({ node }) => node)
    expect(gone.length).toBeGreaterThan(0)
    for (const node of gone) {
      expect(node).toMatchObject({ erased: true, orderId: null, accountToken: null, item: null })
      expect(node.erasedFields).toEqual(expect.arrayContaining(['orderId', 'accountToken', 'item']))
    }
    const file = await gateway.ask(
      `{ veteran(by: { personId: "${first}" }) { benefits { payments { __typename } } identity { name { value visibility } } } }`,
    )
    expect(file.errors).toBeUndefined()
    expect(file.data).toMatchObject({ veteran: { identity: { name: { value: null, visibility: 'ERASED' } } } })
    const differences: unknown[] = []
    const onDifference = (one: unknown) => differences.push(one)
    await verifyViews({ ...gateway, viewsFile: gateway.views.file, onDifference })
    expect(differences).toEqual([])
  })
})
