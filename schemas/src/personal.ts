import { z } from 'zod'

/** Whom a personal field describes: the fact's own person, or the person in a field (`of: 'spouse'`). */
export type PersonalMark = { of: string | undefined }

const marks = z.registry<PersonalMark>()

/**
 * Marks a top-level field of an event as personal: the intake seals it for the person whom it describes before
 * anything leaves it. `of` names the field that holds that person where it is not the fact's own.
 * @example name: personal(z.string().min(1))
 * @example spouse: personal(relatedPerson, { of: 'spouse' })
 */
export const personal = <Schema extends z.ZodType>(schema: Schema, mark: { of?: string } = {}): Schema => {
  const marked = schema.clone(schema.def, { parent: true }) as Schema
  marks.add(marked, { of: mark.of })
  return marked
}

/** The personal mark of a field's schema, seen through `optional()`. */
export const personalMarkOf = (schema: z.ZodType): PersonalMark | undefined =>
  marks.get(schema) ?? (schema instanceof z.ZodOptional ? personalMarkOf(schema.unwrap() as z.ZodType) : undefined)
