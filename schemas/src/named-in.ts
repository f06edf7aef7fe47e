import { z } from 'zod'
import { schemasIn } from './schemas-in.ts'
import { stepsOf } from './value-at.ts'
import { kindOf } from './values/value-kinds.ts'

/** Where a payload names persons, or other events by their ids: paths like `spouse.person` or `materials[].factId`. */
export const namedIn = (shape: z.core.$ZodLooseShape, kind: 'person' | 'event'): readonly string[] => {
  const isNaming = (schema: z.ZodType) => kindOf(schema)?.kind === kind
  const named = schemasIn(shape, (schema) => !isNaming(schema)).filter(({ schema }) => isNaming(schema))
  return [...new Set(named.map(({ path }) => path))]
}

const gather = (value: unknown, steps: readonly string[], next: number, found: unknown[]): void => {
  const step = steps[next]
  if (step === undefined) {
    if (value !== undefined) found.push(value)
  } else if (typeof value !== 'object' || value === null) return
  else if (!step.endsWith('[]')) gather((value as Record<string, unknown>)[step], steps, next + 1, found)
  else {
    const items = (value as Record<string, unknown>)[step.slice(0, -2)]
    if (Array.isArray(items)) for (const item of items) gather(item, steps, next + 1, found)
  }
}

/** The values at paths of `namedIn` in a payload; those that are not there are left out. */
export const namedBy = (data: Readonly<Record<string, unknown>>, paths: readonly string[]): readonly unknown[] => {
  const found: unknown[] = []
  for (const path of paths) gather(data, stepsOf(path), 0, found)
  return found
}

/** The fields of a payload that name other streams; those of an object inside it as `relatedPerson.martyrId`. */
export const referencesIn = (shape: z.core.$ZodLooseShape): readonly { field: string; category: string }[] =>
  schemasIn(shape, (schema) => !(schema instanceof z.ZodArray)).flatMap(({ path, schema }) => {
    const kind = kindOf(schema)
    return kind?.kind === 'reference' ? [{ field: path, category: kind.category }] : []
  })
