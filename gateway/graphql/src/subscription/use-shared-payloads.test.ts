import { buildSchema, type ExecutionResult } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { describe, expect, it } from 'vitest'
import { useSharedPayloads } from './use-shared-payloads.ts'

/** Two payloads, the same objects for every subscriber; `counted` tells how often one was answered. */
const served = () => {
  let counted = 0
  const payloads = [1, 2].map((n) => ({
    tick: {
      n: () => {
        counted += 1
        return n
      },
      word: 'tick',
    },
  }))
  const schema = buildSchema(`
    type Query { none: Int }
    type Tick { n: Int! word: String! }
    type Subscription { tick(after: Int): Tick! }`)
  schema.getSubscriptionType()!.getFields().tick!.subscribe = async function* () {
    yield* payloads
  }
  const yoga = createYoga({ schema, logging: false, plugins: [useSharedPayloads()] })
  const follow = async (query: string, variables: Record<string, unknown> = {}) => {
    const answer = await yoga.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables }),
    })
    const text = await answer.text()
    return [...text.matchAll(/^data: (.+)$/gm)].map(([, json]) => JSON.parse(json!) as ExecutionResult)
  }
  return { follow, counted: () => counted }
}

const query = 'subscription($after: Int, $word: Boolean = false) { tick(after: $after) { n word @include(if: $word) } }'

describe('a payload that several subscribers are given', () => {
  it('is answered once for all who ask the same of it, from wherever each went on', async () => {
    const { follow, counted } = served()
    const came = await Promise.all([1, 2, 3].map((after) => follow(query, { after })))
    for (const results of came) expect(results).toEqual([{ data: { tick: { n: 1 } } }, { data: { tick: { n: 2 } } }])
    expect(counted()).toBe(2)
  })

  it('is answered anew for who asks something else of it', async () => {
    const { follow, counted } = served()
    const [narrow] = await follow(query, { word: false })
    const [wide] = await follow(query, { word: true })
    expect([narrow, wide]).toEqual([{ data: { tick: { n: 1 } } }, { data: { tick: { n: 1, word: 'tick' } } }])
    await follow('subscription { tick { n } }')
    expect(counted()).toBe(6)
  })
})
