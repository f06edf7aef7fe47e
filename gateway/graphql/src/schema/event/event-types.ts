import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { fieldWordsOf } from '@hub/schemas/field-words/field-words.ts'
import type { z } from 'zod'
import { builder } from '../builder.ts'
import { Node } from '../node-id.ts'
import { EventInterface, interfaceFields } from './event-interface.ts'
import type { EventView } from './event-view.ts'
import { type FieldType, fieldTypeOf } from './field-types.ts'
import { capitalised, codesOf, sourceOf, typeRef, type ValueTypeOrList } from './payload-types.ts'
import { nameEventType } from './type-names.ts'

const pascal = (text: string) => text.split('-').map(capitalised).join('')

const names = Map.groupBy(catalogue, ({ name }) => name)

const typeNameOf = ({ department, name }: EventDefinition): string =>
  (names.get(name)?.length ?? 0) > 1 ? `${pascal(department)}${name}` : name

/** Objects that every department's event has are one type, not one an event. */
const shared = new Map<string, ValueTypeOrList>()
const sharedRef = (field: string, type: FieldType): ValueTypeOrList => {
  const ref = shared.get(field) ?? typeRef(type, capitalised(field), `\`${field}\` of an event`)
  shared.set(field, ref)
  return ref
}
const commonObjects = new Set(['handledBy'])

const wordsOf = (name: string, field: string): string => {
  const words = fieldWordsOf(name, field)
  return words ? `${words.zh} · ${words.en}` : `\`${field}\``
}

const defineEventType = (definition: EventDefinition) => {
  const typeName = typeNameOf(definition)
  nameEventType(definition.department, definition.name, typeName)
  const sealed = new Set(definition.sealedFields.map(({ field }) => field))
  builder.objectRef<EventView>(typeName).implement({
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
              type: ref,
              nullable: true,
              description: `${wordsOf(definition.name, field)}${codesOf(type)}; null when it was not said${sealed.has(field) ? ', or is among `erasedFields`' : ''}.`,
              resolve: ({ fact }) => sourceOf(type, fact.data[field]),
            }),
          ]
        }),
      ),
  })
}

for (const definition of catalogue) defineEventType(definition)

builder.objectRef<EventView>('UnknownEvent').implement({
  interfaces: [Node, EventInterface],
  description: 'An event of a type that this version of the hub does not know; kept and shown as it is.',
  fields: (t) => ({
    data: t.field({
      type: 'Json',
      description: 'Its open data.',
      resolve: ({ fact }) => fact.data,
    }),
  }),
})
