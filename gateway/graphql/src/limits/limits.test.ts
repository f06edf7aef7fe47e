import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Moment, Reader } from '@hub/reading/reader.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusingGatewayOptions } from '../schema/sample-gateway.fixture.ts'
import { schema } from '../schema/schema.ts'
import { createGateway, type GatewayOptions } from '../server.ts'
import { defaultLimits, limitCatalogue, readLimits } from './limits.ts'
import { readTrustedDocuments } from './trusted-documents.ts'

type Answer = {
  data?: Record<string, unknown> | null
  errors?: { message: string; extensions: { code: string } }[]
  extensions?: { cost?: { requested: number; limit: number } }
}

const asking = (options: Partial<GatewayOptions> = {}) => {
  const gateway = createGateway({ ...refusingGatewayOptions, ...options })
  return async (body: Record<string, unknown>) => {
    const response = await gateway.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as Answer
    return { ...answer, status: response.status, headers: response.headers, code: answer.errors?.[0]?.extensions.code }
  }
}

const moment: Moment = { ordinal: 1, position: '0'.repeat(32) as never, knownTime: '2025-01-01T00:00:00.000Z' }
const reader = (parts: Partial<Reader>): Pick<GatewayOptions, 'door'> => ({
  door: {
    checkpoint: () => moment,
    readerFor: (caller) => ({ caller, resolveMoment: () => moment, checkpoint: () => moment, ...parts }) as Reader,
  },
})

describe('a query over a limit is refused before it runs', () => {
  it.each([
    ['deep', `{ ${'node { '.repeat(13)} id ${'} '.repeat(13)} }`],
    [
      'deep behind fragments',
      `{ ...a } ${'abcdefghijkl'
        .split('')
        .map((one, at) => `fragment ${one} on Query { __typename node(id: "1") { id } ...${'bcdefghijklm'[at]} }`)
        .join(' ')} fragment m on Query { ${'node { '.repeat(13)} id ${'} '.repeat(13)} }`,
    ],
    ['1,000 aliases', `{ ${Array.from({ length: 1_000 }, (_, at) => `a${at}: __typename`).join(' ')} }`],
    ['2,001 tokens', `{ ${'__typename '.repeat(2_001)} }`],
    ['21 root fields', `{ ${'__typename '.repeat(21)} }`],
  ])('%s', async (_what, query) => {
    const { status, errors } = await asking()({ query })
    expect(status).toBe(400)
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('QUERY_TOO_LARGE')
  })

  it('fragments that spread each other many times over are measured in no time', async () => {
    const layers = Array.from({ length: 25 }, (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`)
    const started = performance.now()
    const { code } = await asking()({ query: `{ ...f0 } ${layers.join(' ')} fragment f25 on Query { nowhere }` })
    expect(code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('the cost of an operation', () => {
  const list = 'query($n: Int) { veterans(first: $n) { nodes { id timeline(first: $n) { nodes { id } } } } }'
  const costing = asking({ limits: { cost: 500 } })

  it('grows with the page, also where its size is a variable', async () => {
    const ten = await costing({ query: list, variables: { n: 10 } })
    expect(ten.extensions?.cost).toEqual({ requested: 1 + 10 * (1 + 1 + 10), limit: 500 })
    const twenty = await costing({ query: list, variables: { n: 20 } })
    expect(twenty.extensions?.cost?.requested).toBe(1 + 20 * (1 + 1 + 20))
    expect((await costing({ query: list })).extensions?.cost?.requested).toBe(1 + 20 * (1 + 1 + 20))
  })

  it('is refused with a code where it is too high, and said even then', async () => {
    const { status, code, extensions } = await costing({ query: list, variables: { n: 50 } })
    expect([status, code, extensions?.cost?.requested]).toEqual([400, 'QUERY_TOO_COSTLY', 1 + 50 * (1 + 1 + 50)])
  })

  it('counts heavy fields for more, and figures by those that are asked for', async () => {
    const cost = async (query: string) => (await asking()({ query })).extensions?.cost?.requested
    expect(await cost('{ workReport { figures(keys: ["a", "b"]) { value { exact } } } }')).toBe(1 + 1 + 2 * 5)
    expect(await cost('{ workReport { figures { value { exact } } } }')).toBeGreaterThan(300)
  })

  it('is not the place where a wrong variable is told', async () => {
    expect((await costing({ query: list, variables: { n: 'ten' } })).code).toBe('BAD_USER_INPUT')
  })
})

describe('operations at once', () => {
  it('over the limit are answered 503 with Retry-After, and the place is free again after', async () => {
    let release = () => {}
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined)
    })
    const ask = asking({ limits: { operations: 1 }, ...reader({ event: () => held }) })
    const query = '{ event(eventId: "1") { id } }'
    const first = ask({ query })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await ask({ query })
    expect([second.status, second.code, second.headers.get('retry-after')]).toEqual([503, 'TOO_MANY', '1'])
    release()
    expect((await first).code).toBe('NOT_FOUND')
    expect((await ask({ query })).code).toBe('NOT_FOUND')
  })
})

describe('a query over its time', () => {
  const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  const query = '{ a: event(eventId: "1") { id } b: event(eventId: "2") { id } }'

  it('is cut off where it waits', async () => {
    const ask = asking({ limits: { milliseconds: 50 }, ...reader({ event: () => new Promise(() => {}) }) })
    const { status, code, data } = await ask({ query })
    expect([status, code, data]).toEqual([503, 'TIMED_OUT', undefined])
  })

  it('reads nothing more where it works without a pause', async () => {
    let reads = 0
    const event = async () => {
      reads++
      pause(60)
      return undefined
    }
    const { code, data } = await asking({ limits: { milliseconds: 50 }, ...reader({ event }) })({ query })
    expect([code, data, reads]).toEqual(['TIMED_OUT', undefined, 1])
  })
})

describe('limits', () => {
  it('are set by name', () => {
    expect(readLimits('{"cost": 5}')).toEqual({ ...defaultLimits, cost: 5 })
    expect(Object.keys(limitCatalogue)).toEqual(Object.keys(defaultLimits))
  })

  it.each(['', '[]', '{"speed": 1}', '{"cost": 0}', '{"cost": 1.5}', '{"cost": "many"}', '{"__proto__": 1}'])(
    'that can not be used are refused: %s',
    (json) => {
      expect(() => readLimits(json)).toThrow(/limit/)
    },
  )
})

describe('trusted documents', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-trusted-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const text = 'query Kind { __typename }\n'
  const id = createHash('sha256').update(text).digest('hex')

  it('are answered by id, and nothing else where that is the policy', async () => {
    writeFileSync(join(folder, 'kind.graphql'), text)
    const ask = asking({ trustedDocuments: { path: folder, only: true } })
    expect((await ask({ documentId: `sha256:${id}` })).data).toEqual({ __typename: 'Query' })
    expect((await ask({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } })).data).toEqual({
      __typename: 'Query',
    })
    expect((await ask({ query: '{ __typename }' })).code).toBe('DOCUMENT_REQUIRED')
    expect((await ask({ documentId: 'sha256:00' })).code).toBe('DOCUMENT_UNKNOWN')
    expect((await ask({})).code).toBe('DOCUMENT_REQUIRED')
  })

  it('are read from a manifest too, and by GET', async () => {
    writeFileSync(join(folder, 'documents.json'), JSON.stringify({ kind: text }))
    const trustedDocuments = { path: join(folder, 'documents.json'), only: false }
    const response = await createGateway({ ...refusingGatewayOptions, trustedDocuments }).fetch(
      'http://hub/graphql?documentId=kind',
    )
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } })
    expect((await asking({ trustedDocuments })({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' })
  })

  it('that do not fit the schema keep the gateway from starting', () => {
    writeFileSync(join(folder, 'wrong.graphql'), '{ salary }')
    expect(() => readTrustedDocuments(folder, schema)).toThrow(/does not fit the schema/)
  })
})
