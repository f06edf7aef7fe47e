import { ViewsNotBuilt } from '@hub/reading/served-views.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { describe, expect, it } from 'vitest'
import { answeredCodes } from './query-refusals.ts'
import { refusingGatewayOptions } from './schema/sample-gateway.fixture.ts'
import { createGateway, registerGateway } from './server.ts'

const secret = '430302196803142018'

const options = refusingGatewayOptions
const gateway = createGateway(options)

const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const response = await gateway.fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  return {
    response,
    text,
    body: JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] },
  }
}

describe('what a refused query says', () => {
  it.each([
    [
      'a wrong number in a variable',
      'query($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { id } }',
      { n: `${secret}9` },
    ],
    ['a wrong number in the query', `{ veteran(by: { citizenNumber: "${secret}9" }) { id } }`, {}],
    ['a number in the place of a region', `{ events(filter: { regionUnder: "${secret}" }) { totalCount } }`, {}],
    ['a number in the place of a page size', `{ events(first: "${secret}") { totalCount } }`, {}],
    ['a number with a personId', `{ veteran(by: { citizenNumber: "${secret}", personId: "1" }) { id } }`, {}],
    [
      'a number in an input variable',
      'query($by: VeteranBy!) { veteran(by: $by) { id } }',
      { by: { citizenNumber: secret, name: secret } },
    ],
  ])('never repeats the value: %s', async (_what, query, variables) => {
    const { text, body } = await ask(query, variables)
    expect(text).not.toContain(secret)
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it.each([
    [
      'a variable',
      'query($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { id } }',
      { n: `${secret}9` },
      '$n',
    ],
    [
      'a part of a variable',
      'query($f: EventFilter) { events(filter: $f) { totalCount } }',
      { f: { any: [{ regionUnder: secret }] } },
      '$f.any[0].regionUnder',
    ],
    [
      'a field that is not there',
      'query($f: EventFilter) { events(filter: $f) { totalCount } }',
      { f: { q: secret } },
      '$f',
    ],
  ])('says where it stands: %s', async (_what, query, variables, at) => {
    const { text, body } = await ask(query, variables)
    expect(text).not.toContain(secret)
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', at } })
    expect(body.errors?.[0]?.message).toContain(at)
  })

  it('says where in the query it stands, and what is needed there', async () => {
    const { body } = await ask(`{ events(filter: { regionUnder: "${secret}" }) { totalCount } }`)
    expect(body.errors?.[0]?.message).toBe(
      'a value of the query at line 1, column 33 is not of its type: not a RegionCode: A division code of 6, 9 or 12 digits (GB/T 2260, GB/T 10114).',
    )
  })

  it('says where a syntax error is, and not what stands there', async () => {
    const { text, body } = await ask(`{ veteran(by: "${secret}" `)
    expect(text).not.toContain(secret)
    expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED')
  })

  it('refuses a query that is too deep, has too many aliases, or is too long', async () => {
    const deep = `{ ${'node { '.repeat(13)} id ${'} '.repeat(13)} }`
    const codes = (await ask(deep)).body.errors?.map(({ extensions }) => extensions.code)
    expect(codes).toContain('QUERY_TOO_LARGE')
    const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')
    expect((await ask(`{ ${aliases} }`)).body.errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE')
    expect((await ask(`{ ${'__typename '.repeat(2001)} }`)).body.errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE')
  })

  it('tells a fault of its own as no more than a fault', async () => {
    const { body } = await ask('{ event(eventId: "1") { id } }')
    expect(body.errors?.[0]?.message).toBe(answeredCodes.INTERNAL_SERVER_ERROR.message)
  })

  it('does not know a receipt that the hub has not given', async () => {
    const { body } = await ask('{ receipt(token: "abc") { state } }')
    expect(body.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

it('answers 503 and how far they are while the first views are being built', async () => {
  const building = createGateway({
    ...options,
    door: {
      ...options.door,
      readerFor: () => {
        throw new ViewsNotBuilt({ step: 'events', done: 12_000 })
      },
    },
  })
  const response = await building.fetch('http://hub/graphql?query={storeInfo{storeId}}', {
    headers: { accept: 'application/graphql-response+json' },
  })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'the views are being built: events 12000', extensions: { code: 'NOT_YET' } }],
  })
})

describe('how it is served', () => {
  it('is never kept on the way', async () => {
    expect((await ask('{ __typename }')).response.headers.get('cache-control')).toBe('no-store')
  })

  it('gives a browser GraphiQL with nothing from elsewhere', async () => {
    const response = await gateway.fetch('http://hub/graphql', { headers: { accept: 'text/html' } })
    const page = await response.text()
    expect(page).toContain('一人一档')
    expect(page).not.toMatch(/<(script|link)[^>]+(src|href)=["']?https?:/)
  })

  it('answers on a Fastify service as it does alone', async () => {
    const http = await createHttpService({ name: 'gateway', logger: options.logger, ready: async () => true })
    registerGateway(http, options)
    const answer = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: { query: '{ __typename }' },
    })
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { data: { __typename: 'Query' } }])
    const page = await http.inject({ url: '/graphql', headers: { accept: 'text/html' } })
    expect(page.headers['content-type']).toContain('text/html')
    const asked = await http.inject({ url: '/graphql?query=%7B__typename%7D', headers: { accept: 'application/json' } })
    expect(asked.json()).toMatchObject({ data: { __typename: 'Query' } })
    await http.close()
  })
})
