import { submittingDepartments } from '@hub/schemas/department.ts'
import { expect, it } from 'vitest'
import { constantsOf } from './enum-names.ts'
import { eventSchemasOf } from './event-schemas.ts'

it('codes are called by their English labels, each once', () => {
  const labels = { 一: 'checks (again)', 二: "disabled persons' federation", 三: 'checks', 四: '2nd rank', 五: '—' }
  expect(constantsOf(Object.keys(labels), labels)).toEqual([
    'CHECKS',
    'DISABLED_PERSONS_FEDERATION',
    'CHECKS_2',
    'CODE_2ND_RANK',
    'CODE_5',
  ])
})

/** Every schema below a value. */
const schemasIn = (value: unknown): Record<string, unknown>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [value as Record<string, unknown>, ...Object.values(value).flatMap(schemasIn)]

it('every code list of the OpenAPI document has names that are words in any language', () => {
  for (const department of submittingDepartments)
    for (const schema of schemasIn(eventSchemasOf(department)).filter((one) => 'x-code-list' in one)) {
      const { enum: codes = [], 'x-enum-varnames': names = [] } = schema as Record<string, string[]>
      expect([codes, names.length]).toEqual([codes, codes.length])
      for (const name of names) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/)
      expect(new Set(names).size).toBe(codes.length)
    }
})

it('what many types have in them is one schema, which each refers to', () => {
  const schemas = eventSchemasOf('finance')
  const { properties } = schemas.FinancePaymentStoppedV1 as { properties: Record<string, Record<string, unknown>> }
  expect(properties.person).toMatchObject({
    $ref: '#/components/schemas/PersonByNumber',
    title: '当事人 person spoken of',
    'x-sealed': 'person',
  })
  expect(properties.handledBy!.items).toEqual({ $ref: '#/components/schemas/Official' })
  expect(schemas.PersonByNumber).toMatchObject({ type: 'object', required: ['citizenNumber'] })
  expect(JSON.stringify(schemas).match(/"officialId":\{/g)?.length).toBe(1)
})
