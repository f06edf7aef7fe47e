import { buildSchema, printSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compareSchemas } from './compare-schemas.ts'
import { deprecationFaults } from './deprecation.ts'
import { schema } from './schema.ts'

const reason = 'Use `Query.new`; answered until 2026-06-30.'
const deprecated = `type Query { old(by: Int): Int @deprecated(reason: "${reason}") new: Int }`

describe('a deprecation', () => {
  it('says what to use and until when, wherever there is one', () => {
    expect(deprecationFaults(schema)).toEqual([])
  })

  it.each([
    'type Query { a: Int @deprecated b: Int }',
    'type Query { a: Int @deprecated(reason: "old") b: Int }',
    'type Query { a: Int @deprecated(reason: "Use `b`.") b: Int }',
    'type Query { a(x: Int @deprecated(reason: "Use `y`"), y: Int): Int }',
    'enum E { A @deprecated(reason: "No longer.") B } type Query { e: E }',
    'input I { a: Int @deprecated(reason: "Use b until 2027-01-01") b: Int } type Query { e(i: I): Int }',
  ])('that does not is found: %s', (text) => {
    expect(deprecationFaults(buildSchema(text))).toHaveLength(1)
  })

  it('of the right form is let pass', () => {
    expect(deprecationFaults(buildSchema(deprecated))).toEqual([])
  })
})

describe('a change of the schema', () => {
  const gone = 'type Query { new: Int }'

  it('breaks clients where something goes that was not deprecated', async () => {
    expect((await compareSchemas('type Query { old: Int new: Int }', gone, '2026-07-01'))[0]).toMatchObject({
      breaking: 'yes',
    })
  })

  it('breaks nobody where it went after its last day, and not before', async () => {
    expect((await compareSchemas(deprecated, gone, '2026-07-01'))[0]?.breaking).toBe('announced')
    expect((await compareSchemas(deprecated, gone, '2026-06-30'))[0]?.breaking).toBe('yes')
  })

  it('is none where nothing changed, and none that breaks where something is added', async () => {
    const printed = printSchema(schema)
    expect(await compareSchemas(printed, printed, '2026-07-01')).toEqual([])
    expect(
      (await compareSchemas(gone, 'type Query { new: Int more: Int }', '2026-07-01')).map(({ breaking }) => breaking),
    ).toEqual(['no'])
  })
})
