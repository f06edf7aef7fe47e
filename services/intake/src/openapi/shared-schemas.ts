import { schemaRef } from '@hub/runtime/open-api.ts'
import type { JsonSchema } from '@hub/schemas/json-schema.ts'
import { withCodeNames } from './enum-names.ts'

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasFields = (schema: JsonSchema, ...fields: readonly string[]) =>
  isObject(schema.properties) && Object.keys(schema.properties).toSorted().join() === fields.toSorted().join()

/** What many types have in them, by the name that generators of code call it, and how it is known in a type's schema. */
const shared: Readonly<Record<string, { title: string; is: (schema: JsonSchema, field: string) => boolean }>> = {
  PersonByNumber: {
    title: '以公民身份号码指明的人员 A person, named by the citizen number',
    is: (schema) => schema['x-kind'] === 'person' && hasFields(schema, 'citizenNumber'),
  },
  Official: {
    title: '经办、复核、审批人员 An official who handled it',
    is: (schema) => hasFields(schema, 'officialId', 'duty'),
  },
  IdentityDocument: {
    title: '身份证件 A document of identity',
    is: (schema, field) => field === 'idDocument' && Array.isArray(schema.oneOf),
  },
}

/** What a use of a shared schema says for itself, beside the reference. */
const ofUse = (key: string) => key === 'title' || key === 'description' || key.startsWith('x-')
const part = (schema: JsonSchema, isWanted: (key: string) => boolean): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => isWanted(key)))

/** What is inside a schema; examples and annotations are no schemas. */
const inside = (schema: JsonSchema, named: Record<string, unknown>, field: string): JsonSchema =>
  Object.fromEntries(
    Object.entries(field === 'properties' ? schema : withCodeNames(schema)).map(([key, inner]) => [
      key,
      field !== 'properties' && (key === 'examples' || key.startsWith('x-'))
        ? inner
        : withReferences(inner, named, key),
    ]),
  )

/** A schema in which shared ones stand as references, added to the named ones, and codes have names. */
const withReferences = (schema: unknown, named: Record<string, unknown>, field = ''): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => withReferences(one, named))
  if (!isObject(schema)) return schema
  const found = Object.entries(shared).find(([, { is }]) => is(schema, field))
  if (!found) return inside(schema, named, field)
  const [name, { title }] = found
  named[name] ??= {
    title,
    ...inside(
      part(schema, (key) => !ofUse(key) || key === 'x-kind'),
      named,
      '',
    ),
  }
  return { ...part(schema, (key) => ofUse(key) && key !== 'x-kind'), ...schemaRef(name) }
}

/** The same schemas, those that many have in them named once: generators would give each use a type of its own. */
export const withSharedSchemas = (schemas: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const named: Record<string, unknown> = {}
  const own = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withReferences(schema, named)]))
  return { ...own, ...named }
}
