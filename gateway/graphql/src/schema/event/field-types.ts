import { type Code, kindOf } from '@hub/schemas/values/value-kinds.ts'
import { z } from 'zod'

/** The GraphQL scalars that values of payloads have. */
export type ScalarName =
  | 'String'
  | 'Int'
  | 'Float'
  | 'Boolean'
  | 'BigInt'
  | 'Date'
  | 'Month'
  | 'PartialDate'
  | 'DateTime'
  | 'RegionCode'
  | 'Uscc'
  | 'CitizenNumber'
  | 'Json'

/** The GraphQL type of a payload's value that is no list. */
export type ItemType =
  | { as: 'scalar'; scalar: ScalarName }
  | { as: 'money' }
  | { as: 'person' }
  | { as: 'relatedPerson' }
  | { as: 'code'; list: string; codes: Readonly<Record<string, Code>> }
  | { as: 'object'; fields: Readonly<Record<string, FieldType>> }

/** The GraphQL type of a payload field, as data; `event-types.ts` turns it into Pothos fields. */
export type FieldType = ItemType | { as: 'list'; of: ItemType }

const largestInt = 2 ** 31 - 1

const ofKind = (schema: z.ZodType): ItemType | undefined => {
  const kind = kindOf(schema)
  switch (kind?.kind) {
    case undefined:
      return undefined
    case 'citizenNumber':
      return { as: 'scalar', scalar: 'CitizenNumber' }
    case 'uscc':
      return { as: 'scalar', scalar: 'Uscc' }
    case 'regionCode':
      return { as: 'scalar', scalar: 'RegionCode' }
    case 'day':
      return { as: 'scalar', scalar: 'Date' }
    case 'partialDate':
      return { as: 'scalar', scalar: 'PartialDate' }
    case 'month':
      return { as: 'scalar', scalar: 'Month' }
    case 'instant':
      return { as: 'scalar', scalar: 'DateTime' }
    case 'fen':
      return { as: 'money' }
    case 'person':
      return { as: 'person' }
    case 'relatedPerson':
      return { as: 'relatedPerson' }
    case 'reference':
    case 'event':
      return { as: 'scalar', scalar: 'String' }
    case 'code':
      return { as: 'code', list: kind.list, codes: kind.codes }
    default:
      return kind satisfies never
  }
}

const ofNumber = (schema: z.ZodNumber): ItemType => {
  if (!schema.isInt) return { as: 'scalar', scalar: 'Float' }
  const small = (schema.maxValue ?? Number.POSITIVE_INFINITY) <= largestInt && (schema.minValue ?? 0) >= -largestInt
  return { as: 'scalar', scalar: small ? 'Int' : 'BigInt' }
}

/** The GraphQL type of a zod schema; `Json` where there is none, as for the items of a list of lists. */
export const fieldTypeOf = (schema: z.ZodType): FieldType => {
  const typeOfKind = ofKind(schema)
  if (typeOfKind) return typeOfKind
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly)
    return fieldTypeOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) {
    const item = fieldTypeOf(schema.element as z.ZodType)
    return { as: 'list', of: item.as === 'list' ? { as: 'scalar', scalar: 'Json' } : item }
  }
  if (schema instanceof z.ZodObject)
    return {
      as: 'object',
      fields: Object.fromEntries(
        Object.entries(schema.shape).map(([field, value]) => [field, fieldTypeOf(value as z.ZodType)]),
      ),
    }
  if (schema instanceof z.ZodNumber) return ofNumber(schema)
  if (schema instanceof z.ZodBoolean) return { as: 'scalar', scalar: 'Boolean' }
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodStringFormat)
    return { as: 'scalar', scalar: 'String' }
  return { as: 'scalar', scalar: 'Json' }
}
