import { z } from 'zod'

/**
 * What a value means beyond its JSON type. One registration serves the intake's error texts, the JSON Schemas,
 * the GraphQL scalars and the report.
 */
export type ValueKind =
  | { kind: 'citizenNumber' }
  | { kind: 'uscc' }
  | { kind: 'regionCode' }
  | { kind: 'day' }
  | { kind: 'partialDate' }
  | { kind: 'month' }
  | { kind: 'fen' }
  | { kind: 'instant' }
  | { kind: 'person' }
  | { kind: 'relatedPerson' }
  | { kind: 'reference'; category: string }
  | { kind: 'code'; list: string; labels: Readonly<Record<string, string>> }

/** Value kind by zod schema; looked up with `kindOf`. */
export const valueKinds = z.registry<ValueKind>()

/** The kind of a schema, seen through `optional()` and `open()`; undefined for plain strings, numbers, objects. */
export const kindOf = (schema: z.ZodType): ValueKind | undefined => {
  const known = valueKinds.get(schema)
  if (known) return known
  return schema instanceof z.ZodOptional ? kindOf(schema.unwrap() as z.ZodType) : undefined
}
