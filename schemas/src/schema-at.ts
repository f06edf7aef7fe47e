import type { z } from 'zod'

type Schema = z.core.$ZodType

/** The schema inside wrappers that only make a value optional or transform it. */
const unwrapped = (schema: Schema): Schema => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return unwrapped(def.innerType)
    case 'pipe':
      return unwrapped(def.in)
    case 'lazy':
      return unwrapped(def.getter())
    default:
      return schema
  }
}

const below = (schema: Schema, step: PropertyKey): readonly Schema[] => {
  const { def } = (unwrapped(schema) as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const field = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined
      return field ? [field] : []
    }
    case 'array':
      return [def.element]
    case 'tuple': {
      const item = def.items[Number(step)] ?? def.rest
      return item ? [item] : []
    }
    case 'record':
      return [def.valueType]
    case 'union':
      return def.options.flatMap((option) => below(option, step))
    default:
      return []
  }
}

/** The schema of the value at a path; of a union's alternatives the first that has it. Undefined where none does. */
export const schemaAt = (schema: Schema, path: readonly PropertyKey[]): Schema | undefined => {
  const ends = path.reduce<readonly Schema[]>((at, step) => at.flatMap((one) => below(one, step)), [schema])
  return ends[0] && unwrapped(ends[0])
}
