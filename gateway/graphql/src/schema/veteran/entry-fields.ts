import { isOfAct } from '@hub/file/entry.ts'
import { catalogue } from '@hub/schemas/catalogue.ts'
import type { z } from 'zod'
import { type FieldType, fieldTypeOf, type ItemType } from '../event/field-types.ts'

/** A field of an entry: what its events say there; `ofAnother` where it may describe another person. */
export type EntryField = { type: FieldType; ofAnother: boolean; saidIn: readonly string[] }

const dates = ['Month', 'Date', 'PartialDate']
const text: ItemType = { as: 'scalar', scalar: 'String' }

const joinedItems = (first: ItemType, second: ItemType): ItemType => {
  if (JSON.stringify(first) === JSON.stringify(second)) return first
  if (first.as === 'code' && second.as === 'code')
    return { as: 'code', list: `${first.list}, ${second.list}`, codes: { ...first.codes, ...second.codes } }
  if (first.as === 'scalar' && second.as === 'scalar') {
    if (dates.includes(first.scalar) && dates.includes(second.scalar)) return { as: 'scalar', scalar: 'PartialDate' }
    if ([first.scalar, second.scalar].every((scalar) => scalar === 'Int' || scalar === 'BigInt'))
      return { as: 'scalar', scalar: 'BigInt' }
  }
  if (first.as === 'object' && second.as === 'object')
    return { as: 'object', fields: { ...first.fields, ...second.fields } }
  return text
}

/** The type that holds what two events say in a field of one name; text where one is a list and the other is not. */
const joined = (first: FieldType, second: FieldType): FieldType => {
  if (first.as === 'list') return second.as === 'list' ? { as: 'list', of: joinedItems(first.of, second.of) } : text
  return second.as === 'list' ? text : joinedItems(first, second)
}

/** The fields of an entry that these events speak of, by the vocabulary. */
export const entryFields = (names: readonly string[]): ReadonlyMap<string, EntryField> => {
  const fields = new Map<string, EntryField>()
  for (const definition of catalogue.filter(({ name, department }) => names.includes(name) && department !== 'hub'))
    for (const [field, schema] of Object.entries(definition.data.shape)) {
      if (isOfAct(field, definition)) continue
      const type = fieldTypeOf(schema as z.ZodType)
      const before = fields.get(field)
      fields.set(field, {
        type: before ? joined(before.type, type) : type,
        ofAnother:
          (before?.ofAnother ?? false) ||
          definition.sealedFields.some((sealed) => sealed.field === field && sealed.ofAnother),
        saidIn: [...(before?.saidIn ?? []), definition.titleEn],
      })
    }
  return fields
}
