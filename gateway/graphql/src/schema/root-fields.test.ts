import { sampleStoreId } from '@hub/reading/sample-reading.fixture.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { receiptToken } from '@hub/schemas/format/receipt.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from './sample-gateway.fixture.ts'
import { schema } from './schema.ts'

type Named = { veteran: { identity: { name: { id: string } } } }

let gateway: ReturnType<typeof openSampleGateway>
let retraction: string
beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say(sampleLife(first, second, '钟一山'))
  retraction = (await gateway.reader.events({}, { first: 100, upTo: 9 })).items[7]!.eventId
})
afterAll(() => gateway.close())

type Asked = { moments: Record<string, unknown> }

it('every root field can be asked for a moment, and can wait for a position', () => {
  const without = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => {
    const names = new Set(args.map(({ name }) => name))
    return !names.has('atLeast') || !(names.has('moment') || (names.has('a') && names.has('b')))
  })
  expect(without.map(({ name }) => name)).toEqual([])
})

it('says both moments of a comparison', async () => {
  const asked = `query($who: ID!, $a: MomentInput!, $b: MomentInput) {
    file: compareFile(by: { personId: $who }, a: $a, b: $b) { personId } compareReport(a: $a, b: $b) { region } }`
  const a = { asOf: '2024-02-20T00:00:00Z' }
  const { extensions, errors } = await gateway.ask(asked, { who: first, a })
  expect(errors).toBeUndefined()
  const now = { asOf: null, position: await gateway.store.head() }
  const both = { a: { asOf: '2024-02-20T00:00:00.000Z', position: now.position }, b: now }
  expect((extensions as Asked).moments).toMatchObject({ file: both, compareReport: both })
})

describe('causes, effects, why and decision', () => {
  const trees = `query($id: ID!, $moment: MomentInput) { causes(eventId: $id, moment: $moment) { nodes { of } }
    effects(eventId: $id, moment: $moment) { nodes { of } } }`

  it('leave out what was not known, or had not happened', async () => {
    const { items } = await gateway.reader.events({}, { first: 100, upTo: 9 })
    const death = items.find(({ name }) => name === 'DeathRegistered')!
    expect((await gateway.ask(trees, { id: death.eventId })).data).toEqual({
      causes: { nodes: [] },
      effects: { nodes: [{ of: death.eventId }] },
    })
    for (const moment of [{ asKnownAt: { position: death.position } }, { asOf: death.time }]) {
      const { data, errors } = await gateway.ask(trees, { id: death.eventId, moment })
      expect(errors).toBeUndefined()
      expect(data?.effects).toEqual({ nodes: [] })
      const late = await gateway.ask(trees, { id: retraction, moment })
      expect(late.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    }
  })

  it('wait for a position, and say it when it does not come', async () => {
    const named = await gateway.ask<Named>(`{ veteran(by: { personId: "${first}" }) { identity { name { id } } } }`)
    const { id: claim } = named.data.veteran.identity.name
    const query = `query($id: ID!, $atLeast: Position) { decision(eventId: $id, atLeast: $atLeast) { moment { position } }
      why(claim: "${claim}", atLeast: $atLeast) { visibility } }`
    const { data, extensions } = await gateway.ask(query, { id: retraction, atLeast: await gateway.store.head() })
    expect(data?.why).toEqual({ visibility: 'VISIBLE' })
    expect(Object.keys((extensions as Asked).moments)).toEqual(['decision', 'why'])
    const { errors } = await gateway.ask(query, { id: retraction, atLeast: 'f'.repeat(32) })
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['NOT_YET', 'NOT_YET'])
  })
})

describe('a receipt', () => {
  const query = `query($token: String!, $moment: MomentInput, $atLeast: Position) {
    receipt(token: $token, moment: $moment, atLeast: $atLeast) { state position } }`
  const tokenOf = (eventId: string, store = sampleStoreId, digest = '0'.repeat(64)) =>
    receiptToken(gateway.hubKeys.receipts.finance, {
      store,
      stream: `person-${first}`,
      eventId,
      digest,
      submission: '7d9a1d3e-2f43-4a43-a0f6-0b6cf3f0a001',
    })
  const asked = async (variables: Record<string, unknown>) => {
    const { data, errors } = await gateway.ask(query, variables)
    return errors?.[0]?.extensions.code ?? data?.receipt
  }

  it('says what was known of a submission at a moment, the same for ever', async () => {
    const { items } = await gateway.reader.events({}, { first: 100, upTo: 9 })
    const [event, before] = [items[7]!, items[6]!]
    const [stored] = await gateway.store.readStream(event.stream, { from: event.revision, limit: 1 })
    const { contentdigest } = JSON.parse(stored!.metadata) as Metadata
    const token = tokenOf(event.eventId, sampleStoreId, contentdigest)
    const recorded = { state: 'DUPLICATE', position: event.position }
    expect(await asked({ token })).toEqual(recorded)
    expect(await asked({ token, moment: { asKnownAt: { position: event.position } } })).toEqual(recorded)
    expect(await asked({ token, moment: { asKnownAt: { position: before.position } } })).toEqual({
      state: 'PENDING',
      position: null,
    })
    expect(await asked({ token, atLeast: 'f'.repeat(32) })).toBe('NOT_YET')
  })

  it('is of this store, of this hub, and asked about as known only', async () => {
    const token = tokenOf(retraction)
    expect(await asked({ token: `${token.slice(0, -2)}AA` })).toBe('NOT_FOUND')
    expect(await asked({ token: 'x' })).toBe('NOT_FOUND')
    expect(await asked({ token: tokenOf(retraction, '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c12') })).toBe('OTHER_STORE')
    expect(await asked({ token, moment: { asOf: '2024-01-01T00:00:00Z' } })).toBe('BAD_USER_INPUT')
  })
})
