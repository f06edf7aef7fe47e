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
  /** The id of another event. */
  | { kind: 'event' }
  | { kind: 'code'; list: string; codes: Readonly<Record<string, Code>>; standard?: string }

/** A code of a list, beside the code itself. */
export type Code = {
  zh: string
  en: string
  /** Its sign in the list's standard, where that has another one. */
  sign?: string
  /** The first day on which it is used, where that is known. */
  since?: string
  /** The first day on which it is no longer used for new facts; it stays readable. */
  withdrawn?: string
  /** What is said in its place since then. */
  instead?: string
}

/** Value kind by zod schema; looked up with `kindOf`. */
export const valueKinds = z.registry<ValueKind>()

/** The kind of a schema, seen through `optional()` and `open()`; undefined for plain strings, numbers, objects. */
export const kindOf = (schema: z.ZodType): ValueKind | undefined => {
  const known = valueKinds.get(schema)
  if (known) return known
  return schema instanceof z.ZodOptional ? kindOf(schema.unwrap() as z.ZodType) : undefined
}
