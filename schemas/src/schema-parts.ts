import { z } from 'zod'

/** The schemas inside a schema: items, members, choices, what is optional. */
export const partsOf = (schema: z.ZodType): z.ZodType[] => {
  if (schema instanceof z.ZodOptional) return [schema.unwrap() as z.ZodType]
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType]
  if (schema instanceof z.ZodObject) return Object.values(schema.shape) as z.ZodType[]
  if (schema instanceof z.ZodUnion) return schema.options as z.ZodType[]
  return []
}

/** Whether a schema, or one inside it, is so. */
export const holds = (schema: z.ZodType, what: (schema: z.ZodType) => boolean): boolean =>
  what(schema) || partsOf(schema).some((part) => holds(part, what))
