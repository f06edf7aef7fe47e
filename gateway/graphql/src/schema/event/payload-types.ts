import type { OutputRef } from '@pothos/core'
import { builder } from '../builder.ts'
import { CodedValue, codedValue, Money, PersonReference, RelatedPerson } from '../values.ts'
import type { FieldType, ItemType, ScalarName } from './field-types.ts'

type Data = Readonly<Record<string, unknown>>

export const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

/** A value of the data as its GraphQL type's source. */
export const sourceOf = (type: FieldType, value: unknown): unknown => {
  if (value === undefined || value === null) return null
  switch (type.as) {
    case 'money':
      return { fen: value }
    case 'code':
      return codedValue(String(value), type)
    case 'list':
      return Array.isArray(value) ? value.map((item) => sourceOf(type.of, item)) : null
    case 'person':
      return typeof value === 'object' && 'personId' in value ? value : null
    default:
      return value
  }
}

/** What a description says of the codes of a field. */
export const codesOf = (type: FieldType): string =>
  type.as === 'code' ? `, a code of the list ${type.list}` : type.as === 'list' ? codesOf(type.of) : ''

/** Objects inside payloads, by the name of their type. */
const objectType = (name: string, description: string, fields: Readonly<Record<string, FieldType>>) =>
  builder.objectRef<Data>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, type]) => [
          field,
          t.field({
            type: typeRef(type, `${name}${capitalised(field)}`, `${field} of ${description}`),
            nullable: true,
            description: `\`${field}\`${codesOf(type)}; null when it was not said.`,
            resolve: (data) => sourceOf(type, data[field]),
          }),
        ]),
      ),
  })

/** The GraphQL type of a value of the data, as Pothos takes it: a scalar by its name, anything else by its reference. */
export type ValueType = ScalarName | OutputRef

/** The GraphQL type of a field's values, or of each value of a list. */
export type ValueTypeOrList = ValueType | [ValueType]

const itemTypeRef = (type: ItemType, name: string, description: string): ValueType => {
  switch (type.as) {
    case 'scalar':
      return type.scalar
    case 'money':
      return Money
    case 'person':
      return PersonReference
    case 'relatedPerson':
      return RelatedPerson
    case 'code':
      return CodedValue
    case 'object':
      return objectType(name, description, type.fields)
    default:
      return type satisfies never
  }
}

/** The GraphQL type of a field; objects become types of their own under `name`. */
export const typeRef = (type: FieldType, name: string, description: string): ValueTypeOrList =>
  type.as === 'list' ? [itemTypeRef(type.of, name, description)] : itemTypeRef(type, name, description)
