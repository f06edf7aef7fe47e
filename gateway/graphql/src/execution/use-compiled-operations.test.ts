import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../schema/sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>

beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say(sampleLife(first, second, '钟一山'))
  await gateway.say(sampleLife(second, first, '欧阳小月'))
})
afterAll(() => gateway.close())

/** The first answer is walked, the later ones are compiled. */
const thrice = async (query: string, ...variables: Record<string, unknown>[]) => {
  const answers = []
  for (let round = 0; round < 3; round++) answers.push(await gateway.ask(query, variables[round] ?? variables[0]))
  return answers
}

describe('an operation that comes again', () => {
  it('is answered as it was at first', async () => {
    const [walked, ...compiled] = await thrice(
      `query File($person: ID!, $history: Boolean!) {
        veteran(by: { personId: $person }) {
          ...Said
          timeline(first: 3) { totalCount nodes { __typename titleZh occurredAt ... on VeteranRegistered { id } } }
          family @include(if: $history) { marriages { name history { eventId } } }
        }
      }
      fragment Said on Veteran { id identity { name { value visibility source { type } } } }`,
      { person: first, history: true },
    )
    expect(walked?.errors).toBeUndefined()
    expect(walked?.data?.veteran).toMatchObject({ identity: { name: { value: '钟一山' } }, family: {} })
    for (const answer of compiled) expect(answer).toEqual(walked)
  })

  it('with a filter that may hold filters does not keep the others waiting', async () => {
    const query = 'query($filter: VeteranFilter) { veterans(filter: $filter) { totalCount } }'
    const start = performance.now()
    const answers = await thrice(query, { filter: { any: [{ any: [{ surname: '欧阳' }] }] } })
    // Without an end of its own compiling takes about ten seconds.
    expect(performance.now() - start).toBeLessThan(4_000)
    for (const { data } of answers) expect(data).toEqual({ veterans: { totalCount: 1 } })
  })

  it('takes the variables of its time', async () => {
    const answers = await thrice(
      'query($person: ID!) { veteran(by: { personId: $person }) { personId } }',
      { person: first },
      { person: second },
      { person: `1${'d'.repeat(26)}` },
    )
    expect(answers).toMatchObject([
      { data: { veteran: { personId: first } } },
      { data: { veteran: { personId: second } } },
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ])
  })

  it('is refused as it would be at first, without the value', async () => {
    const query = 'query($number: CitizenNumber!) { veteran(by: { citizenNumber: $number }) { personId } }'
    const secret = '430302196803142019'
    const answers = await thrice(
      query,
      { number: '430302196803142018' },
      { number: '430302196803142018' },
      { number: secret },
    )
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'BAD_USER_INPUT',
    ])
    expect(JSON.stringify(answers)).not.toContain(secret)
  })

  it('says a fault of a field at its place, each time', async () => {
    const answers = await thrice('{ one: events(first: 1, after: "abc") { totalCount } two: __typename }')
    for (const { errors, data } of answers) {
      expect(errors).toMatchObject([{ path: ['one'], extensions: { code: 'CURSOR_MISMATCH' } }])
      expect(data ?? null).toEqual(answers[0]?.data ?? null)
    }
  })
})
