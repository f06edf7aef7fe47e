import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>
beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say(sampleLife(first, second, '钟一山'))
})
afterAll(() => gateway.close())

const timeline = async (selection: string, fragments = '') => {
  const { storeReads, stop } = gateway.countStatements()
  const query = `{ veteran(by: { personId: "${first}" }) { timeline(first: 3) { ${selection} } } } ${fragments}`
  const { data, errors } = await gateway.ask<{ veteran: { timeline: object } }>(query)
  stop()
  expect(errors).toBeUndefined()
  return { reads: storeReads(), timeline: data.veteran.timeline }
}

describe('a timeline of which only the heads of events are asked', () => {
  it.each<[string, string?]>([
    ['totalCount pageInfo { endCursor }'],
    ['nodes { __typename id eventId type titleZh titleEn stream revision position occurredAt recordedAt }'],
    ['edges { cursor node { ... on Event { department { key } } } }'],
    ['totalCount nodes { ...Head }', 'fragment Head on Event { titleZh occurredAt }'],
  ])('reads nothing of the store for %s', async (selection, fragments = '') => {
    expect((await timeline(selection, fragments)).reads).toBe(0)
  })

  it.each<[string, string?]>([
    ['nodes { erasedFields }'],
    ['nodes { titleZh ... on VeteranRegistered { hukouRegion } }'],
    ['edges { node { ...Whole } }', 'fragment Whole on Event { envelope { source } }'],
  ])('reads the store for %s', async (selection, fragments = '') => {
    expect((await timeline(selection, fragments)).reads).toBe(1)
  })

  it('says the same of them as one that reads them whole', async () => {
    const heads = '__typename id type titleZh titleEn department { key } stream revision position occurredAt recordedAt'
    const alone = (await timeline(`nodes { ${heads} }`)).timeline as { nodes: object[] }
    const whole = (await timeline(`nodes { ${heads} erased }`)).timeline as { nodes: object[] }
    expect(whole.nodes).toEqual(alone.nodes.map((node) => ({ ...node, erased: false })))
    expect(alone.nodes).toHaveLength(3)
  })
})
