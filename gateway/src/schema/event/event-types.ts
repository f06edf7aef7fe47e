import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { z } from 'zod'
import type { Fact } from '../../file/fact.ts'
import { builder } from '../builder.ts'
import { Node } from '../node-id.ts'
import { CodedValue, Money, PersonReference, RelatedPerson } from '../values.ts'
import { EventInterface, interfaceFields } from './event-interface.ts'
import { type FieldType, fieldTypeOf } from './field-types.ts'
import { nameEventType } from './type-names.ts'

type Data = Readonly<Record<string, unknown>>

const capitalised = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
const pascal = (text: string) => text.split('-').map(capitalised).join('')

/** A value of the data as its GraphQL type's source. */
const sourceOf = (type: FieldType, value: unknown): unknown => {
  if (value === undefined || value === null) return null
  switch (type.as) {
    case 'money':
      return { fen: value }
    case 'code':
      return { code: value, list: type.list, labels: type.labels }
    case 'list':
      return Array.isArray(value) ? value.map((item) => sourceOf(type.of, item)) : null
    case 'person':
      return typeof value === 'object' && 'personId' in value ? value : null
    default:
      return value
  }
}

/** Objects inside payloads, by the name of their type. */
const objectType = (name: string, description: string, fields: Readonly<Record<string, FieldType>>) =>
  builder.objectRef<Data>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, type]) => [
          field,
          t.field({
            type: typeRef(type, `${name}${capitalised(field)}`, `${field} of ${description}`) as 'Json',
            nullable: true,
            description: `\`${field}\`${codesOf(type)}.`,
            resolve: (data) => sourceOf(type, data[field]),
          }),
        ]),
      ),
  })

const codesOf = (type: FieldType): string =>
  type.as === 'code' ? `, a code of the list ${type.list}` : type.as === 'list' ? codesOf(type.of) : ''

/** The Pothos reference of a field's type; objects become types of their own under `name`. */
const typeRef = (type: FieldType, name: string, description: string): unknown => {
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
    case 'list':
      return [typeRef(type.of, name, description)]
    default:
      return type satisfies never
  }
}

const names = Map.groupBy(catalogue, ({ name }) => name)

const typeNameOf = ({ department, name }: EventDefinition): string =>
  (names.get(name)?.length ?? 0) > 1 ? `${pascal(department)}${name}` : name

/** Objects that every department's event has are one type, not one an event. */
const shared = new Map<string, unknown>()
const sharedRef = (field: string, type: FieldType) => {
  const known = shared.get(field)
  if (known) return known
  const made = typeRef(type, capitalised(field), `\`${field}\` of an event`)
  shared.set(field, made)
  return made
}
const commonObjects = new Set(['handledBy'])

const defineEventType = (definition: EventDefinition) => {
  const typeName = typeNameOf(definition)
  nameEventType(definition.department, definition.name, typeName)
  const personal = new Set(definition.personalFields.map(({ field }) => field))
  builder.objectRef<Fact>(typeName).implement({
    interfaces: [Node, EventInterface],
    description: `${definition.titleZh} · ${definition.titleEn} (${definition.type}). ${definition.descriptionEn}`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(definition.data.shape).map(([field, schema]) => {
          const type = fieldTypeOf(schema as z.ZodType)
          const description = `\`${field}\` of ${definition.titleEn}`
          const ref = commonObjects.has(field)
            ? sharedRef(field, type)
            : typeRef(type, `${typeName}${capitalised(field)}`, description)
          return [
            interfaceFields.has(field) ? `${field}InData` : field,
            t.field({
              type: ref as 'Json',
              nullable: true,
              description: `\`${field}\`${codesOf(type)}${personal.has(field) ? '; personal: null once it is erased' : ''}.`,
              resolve: (event) => sourceOf(type, event.data[field]),
            }),
          ]
        }),
      ),
  })
}

for (const definition of catalogue) defineEventType(definition)

builder.objectRef<Fact>('UnknownEvent').implement({
  interfaces: [Node, EventInterface],
  description: 'An event of a type that this version of the hub does not know; kept and shown as it is.',
  fields: (t) => ({
    data: t.field({
      type: 'Json',
      nullable: true,
      description: 'Its open data.',
      resolve: ({ data }) => data,
    }),
  }),
})
