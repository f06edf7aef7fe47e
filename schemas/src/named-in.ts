import { z } from 'zod'
import { schemasIn } from './schemas-in.ts'
import { kindOf } from './values/value-kinds.ts'

/** Where a payload names persons, or other events by their ids: paths like `spouse.person` or `materials[].factId`. */
export const namedIn = (shape: z.core.$ZodLooseShape, kind: 'person' | 'event'): readonly string[] => {
  const isNaming = (schema: z.ZodType) => kindOf(schema)?.kind === kind
  const named = schemasIn(shape, (schema) => !isNaming(schema)).filter(({ schema }) => isNaming(schema))
  return [...new Set(named.map(({ path }) => path))]
}

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
export const referencesIn = (shape: z.core.$ZodLooseShape): readonly { field: string; category: string }[] =>
  schemasIn(shape, (schema) => !(schema instanceof z.ZodArray)).flatMap(({ path, schema }) => {
    const kind = kindOf(schema)
    return kind?.kind === 'reference' ? [{ field: path, category: kind.category }] : []
  })
