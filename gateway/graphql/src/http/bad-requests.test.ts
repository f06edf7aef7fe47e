import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import type { FastifyInstance } from 'fastify'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusingGatewayOptions } from '../schema/sample-gateway.fixture.ts'
import { schema } from '../schema/schema.ts'
import { createGateway, registerGateway } from '../server.ts'
import { acceptedCoding } from './encoding.ts'
import { personalInputs } from './personal-input.ts'

const number = '430302196803142018'
const logged: string[] = []
let http: FastifyInstance

beforeAll(async () => {
  const logger = createLogger({ level: 'trace', to: { write: (line: string) => void logged.push(line) } })
  http = await createHttpService({ name: 'gateway', logger, ready: async () => true })
  registerGateway(http, { ...refusingGatewayOptions, logger })
})
afterAll(() => http.close())

type Sent = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url?: string
  headers?: Record<string, string>
  body?: string
}

const send = async ({ method = 'POST', url = '/graphql', headers, body }: Sent) => {
  const answer = await http.inject({
    method,
    url,
    headers: {
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      accept: 'application/graphql-response+json',
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body }),
  })
  const { errors } = answer.json() as { errors?: { message: string; extensions: { code: string } }[] }
  return { status: answer.statusCode, code: errors?.[0]?.extensions.code, text: answer.body, headers: answer.headers }
}
const get = (parameters: Record<string, string>, headers = {}) =>
  send({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters)}`, headers })

const byNumber = 'query($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { id } }'
const listed = 'query($filter: VeteranFilter) { veterans(filter: $filter) { totalCount } }'

describe('a request that is not right is refused with a code', () => {
  const bad: readonly (readonly [what: string, sent: Sent, status: number, code: string])[] = [
    ['no JSON', { body: `{"query": "${number}` }, 400, 'BAD_REQUEST'],
    ['no body', {}, 400, 'BAD_REQUEST'],
    ['JSON that is no object', { body: `"${number}"` }, 400, 'BAD_REQUEST'],
    ['a parameter of another name', { body: `{"query":"{__typename}","${number}":1}` }, 400, 'BAD_REQUEST'],
    ['`__proto__` as a parameter', { body: '{"query":"{__typename}","__proto__":1}' }, 400, 'BAD_REQUEST'],
    ['a query that is no text', { body: `{"query":${number}}` }, 400, 'BAD_REQUEST'],
    ['variables that are a list', { body: `{"query":"{__typename}","variables":["${number}"]}` }, 400, 'BAD_REQUEST'],
    ['no query', { body: '{"variables":{}}' }, 400, 'DOCUMENT_REQUIRED'],
    ['a trusted document of no id', { body: '{"documentId":"sha256:0000"}' }, 400, 'DOCUMENT_UNKNOWN'],
    ['a batch', { body: '[{"query":"{__typename}"},{"query":"{__typename}"}]' }, 400, 'BATCH'],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
      415,
      'MEDIA_TYPE',
    ],
    ['plain text', { headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' }, 415, 'MEDIA_TYPE'],
    ['a type that is none', { headers: { 'content-type': ';;' }, body: '{"query":"{__typename}"}' }, 415, 'MEDIA_TYPE'],
    [
      'a body of 2 MB',
      { body: JSON.stringify({ query: '{__typename}', variables: { a: 'x'.repeat(2e6) } }) },
      413,
      'BODY_TOO_LARGE',
    ],
    ['another method', { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }, 405, 'METHOD'],
    ['a syntax error', { body: `{"query":"{ veteran(by: ${number} "}` }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { body: '{"query":"{ salary }"}' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of the wrong form',
      { body: JSON.stringify({ query: byNumber, variables: { n: `${number}9` } }) },
      400,
      'BAD_USER_INPUT',
    ],
    ['a page of 0', { body: '{"query":"{ events(first: 0) { totalCount } }"}' }, 400, 'BAD_USER_INPUT'],
    [
      'a page of 101 in a variable',
      { body: '{"query":"query($n: Int) { events(first: $n) { totalCount } }","variables":{"n":101}}' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      '101 ids',
      { body: JSON.stringify({ query: `{ nodes(ids: [${'"a" '.repeat(101)}]) { id } }` }) },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a page of another site',
      { headers: { 'sec-fetch-site': 'cross-site' }, body: '{"query":"{__typename}"}' },
      403,
      'CROSS_SITE',
    ],
    [
      'a foreign origin',
      { headers: { origin: 'https://elsewhere.example' }, body: '{"query":"{__typename}"}' },
      403,
      'CROSS_SITE',
    ],
    [
      'a GET with variables that are no JSON',
      { method: 'GET', url: '/graphql?query={__typename}&variables={' },
      400,
      'BAD_REQUEST',
    ],
  ]
  it.each(bad)('%s', async (_what, sent, status, code) => {
    const answer = await send(sent)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.text).not.toContain(number)
    expect(answer.headers['content-type']).toContain('application/graphql-response+json')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('also where many come at once, and the service is still up', async () => {
    const answers = await Promise.all(bad.map(([, sent]) => send(sent)))
    expect(answers.map(({ code }) => code)).toEqual(bad.map(([, , , code]) => code))
    expect((await send({ body: '{"query":"{__typename}"}' })).status).toBe(200)
  })

  it('and nothing of it stands in the log', () => {
    expect(logged.join('')).not.toContain(number)
  })
})

describe('a GET', () => {
  it.each([
    ['a number in a variable', { query: byNumber, variables: JSON.stringify({ n: number }) }],
    ['a number that is none, in a variable', { query: byNumber, variables: '{"n":"43030219680314"}' }],
    ['a number in the query', { query: `{ veteran(by: { citizenNumber: "${number}" }) { id } }` }],
    ['a number of 15 digits', { query: byNumber, variables: '{"n":"430302680314201"}' }],
    ['a name in the query', { query: '{ veterans(filter: { name: "谭志强" }) { totalCount } }' }],
    ['a name in a variable', { query: listed, variables: '{"filter":{"surname":"谭"}}' }],
    [
      'a name as a variable of its own',
      { query: 'query($s: String) { veterans(filter: { surname: $s }) { totalCount } }', variables: '{"s":"谭"}' },
    ],
  ])('is refused with %s', async (_what, parameters) => {
    const answer = await get(parameters)
    expect([answer.status, answer.code]).toEqual([400, 'PERSONAL_DATA_IN_URL'])
    expect(answer.text).not.toMatch(/4303|谭/)
    expect(logged.join('')).not.toMatch(/43030219|谭/)
  })

  it('is answered without', async () => {
    expect(await get({ query: '{ __typename }' })).toMatchObject({ status: 200, code: undefined })
    // The views are not there, so it gets as far as reading them.
    expect((await get({ query: listed, variables: '{"filter":{"birthYear":{"in":[1948]}}}' })).code).toBe(
      'INTERNAL_SERVER_ERROR',
    )
  })

  it('knows personal inputs that are there', () => {
    const inputs = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
    expect(inputs).toEqual(expect.arrayContaining([...personalInputs]))
  })
})

describe('an answer', () => {
  const introspection = JSON.stringify({ query: '{ __schema { types { name description } } }' })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes in %s to whom accepts it', async (coding, inflate) => {
    const headers = { 'content-type': 'application/json', 'accept-encoding': coding }
    const answer = await http.inject({ method: 'POST', url: '/graphql', headers, payload: introspection })
    expect(answer.headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding' })
    expect(JSON.parse(inflate(answer.rawPayload).toString()).data.__schema.types.length).toBeGreaterThan(100)
  })

  it('comes as it is where it is small or nothing is accepted', async () => {
    const small = await send({ body: '{"query":"{__typename}"}', headers: { 'accept-encoding': 'gzip' } })
    expect(small.headers['content-encoding']).toBeUndefined()
    const plain = await send({ body: introspection, headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers['content-encoding']).toBeUndefined()
  })

  it.each([
    [undefined, undefined],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['identity', undefined],
    ['gzip;q=x', undefined],
  ])('is coded for %s as %s', (header, coding) => {
    expect(acceptedCoding(header)).toBe(coding)
  })
})

describe('introspection', () => {
  const ask = (introspection: boolean) =>
    createGateway({ ...refusingGatewayOptions, introspection }).fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: '{"query":"{ __schema { queryType { name } } }"}',
    })

  it('is answered in development', async () => {
    expect((await ask(true)).status).toBe(200)
  })

  it('is refused with a code where it is off, and GraphiQL is not shown', async () => {
    const answer = await ask(false)
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] }
    expect([answer.status, errors[0]?.extensions.code]).toEqual([400, 'INTROSPECTION_OFF'])
    const page = await createGateway({ ...refusingGatewayOptions, introspection: false }).fetch('http://hub/graphql', {
      headers: { accept: 'text/html' },
    })
    expect(await page.text()).not.toContain('<html')
  })
})

describe('the use of what is deprecated', () => {
  it('is counted by the name of the client, of which there are only so many', async () => {
    const old = buildSchema('type Query { old: Int @deprecated(reason: "Use `new` until 2027-06-30.") new: Int }')
    const service = await createHttpService({
      name: 'gateway',
      logger: refusingGatewayOptions.logger,
      ready: async () => true,
    })
    registerGateway(service, { ...refusingGatewayOptions, schema: old })
    const ask = (query: string, name?: string) =>
      service.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...(name ? { 'graphql-client-name': name } : {}) },
        payload: JSON.stringify({ query }),
      })
    await ask('{ old }', 'pension-desk')
    await ask('{ a: old new }', 'pension-desk')
    await ask('{ new }', 'pension-desk')
    await ask('{ old }')
    await ask('{ old }', number)
    for (let i = 0; i < 60; i++) await ask('{ old }', `client ${i}`)
    const lines = (await service.inject('/metrics')).body
      .split('\n')
      .filter((line) => line.startsWith('hub_graphql_deprecated'))
    const of = (client: string) => lines.find((line) => line.includes(`client="${client}"`))
    expect(of('pension-desk')).toMatch(/coordinate="Query.old".* 2$/)
    expect(of('unnamed')).toMatch(/ 1$/)
    expect(of('other')).toMatch(/ 12$/)
    expect(lines).toHaveLength(52)
    expect(lines.join('')).not.toContain(number)
    await service.close()
  })
})
