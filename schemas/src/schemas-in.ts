import { z } from 'zod'

/** A schema in a payload, with its place: `spouse.person`, `materials[].factId`. */
export type PlacedSchema = { path: string; schema: z.ZodType }

const inside = (schema: z.ZodType, path: string, goesInto: (schema: z.ZodType) => boolean): readonly PlacedSchema[] => {
  if (!goesInto(schema)) return []
  if (schema instanceof z.ZodOptional) return inside(schema.unwrap() as z.ZodType, path, goesInto)
  if (schema instanceof z.ZodArray) return placed(schema.element as z.ZodType, `${path}[]`, goesInto)
  if (schema instanceof z.ZodUnion)
    return (schema.options as z.ZodType[]).flatMap((option) => placed(option, path, goesInto))
  return schema instanceof z.ZodObject ? schemasIn(schema.shape, goesInto, `${path}.`) : []
}

const placed = (schema: z.ZodType, path: string, goesInto: (schema: z.ZodType) => boolean): readonly PlacedSchema[] => [
  { path, schema },
  ...inside(schema, path, goesInto),
]

/**
 * The schemas of a payload's fields and all that are in them: items of lists, members of objects, choices. What
 * `goesInto` says no to is given, and not looked into.
 */
export const schemasIn = (
  shape: z.core.$ZodLooseShape,
  goesInto: (schema: z.ZodType) => boolean = () => true,
  prefix = '',
): readonly PlacedSchema[] =>
  (Object.entries(shape) as [string, z.ZodType][]).flatMap(([field, schema]) =>
    placed(schema, prefix + field, goesInto),
  )
