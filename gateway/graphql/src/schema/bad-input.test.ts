import { anybody } from '@hub/reading/caller.ts'
import { sampleStoreId } from '@hub/reading/sample-reading.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answeredCodes } from '../query-refusals.ts'
import { cursorsOf } from './cursor.ts'
import { openSampleGateway } from './sample-gateway.fixture.ts'
import { schema } from './schema.ts'

/** A citizen number whose check character is wrong, and a name: neither may come back in an error. */
const secrets = ['430302196803142019', '谭志强'] as const

let gateway: ReturnType<typeof openSampleGateway>
beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say(sampleLife(first, second, '钟一山'))
})
afterAll(() => gateway.close())

/** Every root field with all its arguments as variables. */
const asked = Object.values(schema.getQueryType()!.getFields())
  .filter(({ args }) => args.length > 0)
  .map(({ name, args, type }) => {
    const variables = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ')
    const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ')
    return { name, query: `query (${variables}) { ${name}(${given}) { __typename } }`, args, type }
  })

/** Values that are nobody's, among them what looks right in another place. */
const odd = fc.oneof(
  { maxDepth: 3 },
  fc.constantFrom(
    ...secrets,
    '',
    '0',
    'f'.repeat(32),
    '2999-01-01T00:00:00Z',
    '2024-02-30',
    'null',
    '\u0000',
    '\ud800',
  ),
  fc.constantFrom(null, true, -1, 0, 1.5, 2 ** 31, 2 ** 60, Number.MAX_VALUE),
  fc.string(),
  fc.array(fc.constantFrom(...secrets), { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom('any', 'asOf', 'asKnownAt', 'time', 'position', 'citizenNumber', 'personId', 'name', 'in', 'first'),
    fc.constantFrom<unknown>(...secrets, 1, null, [], {}),
    { maxKeys: 3 },
  ),
)

/** What the arguments that have to be given are beside an odd one. */
const right = {
  by: { personId: first },
  a: {},
  claim: Buffer.from(`Claim:${first}:identity.name`).toString('base64url'),
  eventId: 'x',
  id: 'x',
  ids: ['x'],
  token: 'x',
}

describe('whatever stands in a variable', () => {
  it.each(asked)('of $name is answered, or refused with a code, without the value', async ({ query, args }) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...args.map(({ name }) => name)), odd, async (name, value) => {
        // A position that is not there yet is waited for, which other tests see to.
        const variables = { ...right, [name]: name === 'atLeast' ? null : value }
        const { errors } = await gateway.ask(query, variables)
        for (const { extensions } of errors ?? []) {
          expect(Object.keys(answeredCodes)).toContain(extensions.code)
          expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
        }
        for (const secret of secrets) expect(JSON.stringify(errors ?? [])).not.toContain(secret)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a cursor', () => {
  const lists = [
    'veterans(after: $at) { totalCount }',
    'veterans(before: $at) { totalCount }',
    'events(after: $at) { totalCount }',
    'frozenReports(after: $at) { totalCount }',
    `veteran(by: { personId: "${first}" }) { timeline(after: $at) { totalCount } }`,
    'workReport { figures(keys: ["veterans-registered"]) { facts(after: $at) { totalCount } } }',
    'compareReport(a: {}) { figures(keys: ["veterans-registered"]) { changes(after: $at) { totalCount } } }',
  ]
  it.each(lists)('that nobody gave is refused: %s', async (list) => {
    const codeOf = async (at: string) =>
      (await gateway.ask(`query ($at: String) { ${list} }`, { at })).errors?.[0]?.extensions.code
    for (const at of ['.', '..', 'a.b.c', 'AAAAAAAA..', `AAAAAAAA.W10.${'A'.repeat(22)}`, ' ', '😀', 'x'.repeat(5_000)])
      expect(['CURSOR_MISMATCH', 'OTHER_STORE'], at).toContain(await codeOf(at))
  })

  type Context = Parameters<typeof cursorsOf>[0]
  const contextOf = (caller: string, storeId = sampleStoreId): Context => ({
    storeId,
    hubKeys: gateway.hubKeys,
    reader: { caller: anybody(caller) },
  })
  const codeOf = (read: () => unknown) => {
    try {
      return read()
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code
    }
  }

  it('is of one list, filter, caller and store', () => {
    const cursor = cursorsOf(contextOf('O-1'), 'veterans', { surname: '王' }).write(['2020', 'a'])
    const read = (context: Context, list: string, filter: unknown) =>
      codeOf(() => cursorsOf(context, list, filter).read(cursor))
    expect(read(contextOf('O-1'), 'veterans', { surname: '王' })).toEqual(['2020', 'a'])
    expect(read(contextOf('O-2'), 'veterans', { surname: '王' })).toBe('CURSOR_MISMATCH')
    expect(read(contextOf('O-1'), 'veterans', { surname: '李' })).toBe('CURSOR_MISMATCH')
    expect(read(contextOf('O-1'), 'events', { surname: '王' })).toBe('CURSOR_MISMATCH')
    const elsewhere = contextOf('O-1', '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c12')
    expect(read(elsewhere, 'veterans', { surname: '王' })).toBe('OTHER_STORE')
  })

  it('says nothing of its filter', () => {
    const cursor = cursorsOf(contextOf('O-1'), 'veterans', { name: secrets[1] }).write([1])
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain(secrets[1])
  })
})
