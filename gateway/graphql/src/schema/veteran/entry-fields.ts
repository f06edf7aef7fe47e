import { actFields } from '@hub/file/entry.ts'
import { catalogue } from '@hub/schemas/catalogue.ts'
import type { z } from 'zod'
import { type FieldType, fieldTypeOf } from '../event/field-types.ts'

/** A field of an entry: what its events say there; `ofAnother` where it may describe another person. */
export type EntryField = { type: FieldType; ofAnother: boolean; saidIn: readonly string[] }

const dates = ['Month', 'Date', 'PartialDate']
const text: FieldType = { as: 'scalar', scalar: 'String' }

/** The type that holds what two events say in a field of one name. */
const joined = (one: FieldType, other: FieldType): FieldType => {
  if (JSON.stringify(one) === JSON.stringify(other)) return one
  if (one.as === 'code' && other.as === 'code')
    return { as: 'code', list: `${one.list}, ${other.list}`, labels: { ...one.labels, ...other.labels } }
  if (one.as === 'list' && other.as === 'list') return { as: 'list', of: joined(one.of, other.of) }
  if (one.as === 'scalar' && other.as === 'scalar') {
    if (dates.includes(one.scalar) && dates.includes(other.scalar)) return { as: 'scalar', scalar: 'PartialDate' }
    if ([one.scalar, other.scalar].every((scalar) => scalar === 'Int' || scalar === 'BigInt'))
      return { as: 'scalar', scalar: 'BigInt' }
  }
  if (one.as === 'object' && other.as === 'object') return { as: 'object', fields: { ...one.fields, ...other.fields } }
  return text
}

/** The fields of an entry that these events speak of, by the vocabulary. */
export const entryFields = (names: readonly string[]): ReadonlyMap<string, EntryField> => {
  const fields = new Map<string, EntryField>()
  for (const definition of catalogue.filter(({ name, department }) => names.includes(name) && department !== 'hub'))
    for (const [field, schema] of Object.entries(definition.data.shape)) {
      if (actFields.has(field)) continue
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
