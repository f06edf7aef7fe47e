import { z } from 'zod'
import { kindOf } from './values/value-kinds.ts'

const pathsOf = (schema: z.ZodType, path: string, kind: 'person' | 'event'): readonly string[] => {
  if (kindOf(schema)?.kind === kind) return [path]
  if (schema instanceof z.ZodOptional) return pathsOf(schema.unwrap() as z.ZodType, path, kind)
  if (schema instanceof z.ZodArray) return pathsOf(schema.element as z.ZodType, `${path}[]`, kind)
  if (schema instanceof z.ZodUnion)
    return [...new Set((schema.options as z.ZodType[]).flatMap((option) => pathsOf(option, path, kind)))]
  return schema instanceof z.ZodObject ? namedIn(schema.shape, kind, `${path}.`) : []
}

/** Where a payload names persons, or other events by their ids: paths like `spouse.person` or `materials[].factId`. */
export const namedIn = (shape: z.core.$ZodLooseShape, kind: 'person' | 'event', prefix = ''): readonly string[] =>
  (Object.entries(shape) as [string, z.ZodType][]).flatMap(([field, schema]) => pathsOf(schema, prefix + field, kind))

const valuesAt = (value: unknown, steps: readonly string[]): readonly unknown[] => {
  const [step, ...rest] = steps
  if (step === undefined) return value === undefined ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  if (!step.endsWith('[]')) return valuesAt((value as Record<string, unknown>)[step], rest)
  const items = (value as Record<string, unknown>)[step.slice(0, -2)]
  return Array.isArray(items) ? items.flatMap((item) => valuesAt(item, rest)) : []
}

/** The values at paths of `namedIn` in a payload; those that are not there are left out. */
export const namedBy = (data: Readonly<Record<string, unknown>>, paths: readonly string[]): readonly unknown[] =>
  paths.flatMap((path) => valuesAt(data, path.split('.')))

/** The fields of a payload that name other streams; those of an object inside it as `relatedPerson.martyrId`. */
export const referencesIn = (
  shape: z.core.$ZodLooseShape,
  prefix = '',
): readonly { field: string; category: string }[] =>
  (Object.entries(shape) as [string, z.ZodType][]).flatMap(([field, schema]) => {
    const kind = kindOf(schema)
    if (kind?.kind === 'reference') return [{ field: prefix + field, category: kind.category }]
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
    return inner instanceof z.ZodObject ? referencesIn(inner.shape, `${prefix}${field}.`) : []
  })
