import { z } from 'zod'
import { kindOf } from './values/value-kinds.ts'

const inside = (schema: z.ZodType, prefix: string): readonly string[] => {
  if (kindOf(schema)) return []
  if (schema instanceof z.ZodOptional) return inside(schema.unwrap() as z.ZodType, prefix)
  if (schema instanceof z.ZodArray) return inside(schema.element as z.ZodType, prefix)
  if (schema instanceof z.ZodUnion)
    return [...new Set((schema.options as z.ZodType[]).flatMap((option) => inside(option, prefix)))]
  return schema instanceof z.ZodObject ? fieldPaths(schema.shape, `${prefix}.`) : []
}

/** Every field of a payload and of what is in it, as paths with dots; a value of a known kind is not looked into. */
export const fieldPaths = (shape: z.core.$ZodLooseShape, prefix = ''): readonly string[] =>
  (Object.entries(shape) as [string, z.ZodType][]).flatMap(([field, schema]) => [
    `${prefix}${field}`,
    ...inside(schema, `${prefix}${field}`),
  ])
