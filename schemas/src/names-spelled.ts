import type { z } from 'zod'
import { schemasIn } from './schemas-in.ts'
import { isPersonName, readName } from './values/person-name.ts'

type Data = Record<string, unknown>

const known = new WeakMap<z.core.$ZodLooseShape, readonly (readonly string[])[]>()

/** Where a payload names persons by their names, as steps; a step that ends in [] is a list. */
const nameSteps = (shape: z.core.$ZodLooseShape): readonly (readonly string[])[] => {
  const steps =
    known.get(shape) ??
    [...new Set(schemasIn(shape).flatMap(({ path, schema }) => (isPersonName(schema) ? [path] : [])))].map((path) =>
      path.split('.'),
    )
  known.set(shape, steps)
  return steps
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value with the name at these steps spelled; the value itself where nothing changes. */
const spelledAt = (
  value: unknown,
  steps: readonly string[],
  path: readonly (string | number)[],
  changed: (string | number)[][],
): unknown => {
  const [step, ...rest] = steps
  if (step === undefined) {
    if (typeof value !== 'string') return value
    const read = readName(value)
    if ('fault' in read || read.name === value) return value
    changed.push([...path])
    return read.name
  }
  const field = step.replace('[]', '')
  if (!isData(value) || !Object.hasOwn(value, field)) return value
  const member = value[field]
  const spelled =
    step.endsWith('[]') && Array.isArray(member)
      ? member.map((item, at) => spelledAt(item, rest, [...path, field, at], changed))
      : spelledAt(member, rest, [...path, field], changed)
  return { ...value, [field]: spelled }
}

/** A payload in which every person's name has its one spelling, and the paths of those that were written otherwise. */
export const namesSpelled = (
  shape: z.core.$ZodLooseShape,
  data: unknown,
): { data: unknown; changed: readonly (readonly (string | number)[])[] } => {
  const changed: (string | number)[][] = []
  const spelled = nameSteps(shape).reduce((at, steps) => spelledAt(at, steps, [], changed), data)
  return { data: changed.length > 0 ? spelled : data, changed }
}
