import { catalogue } from '@hub/schemas/catalogue.ts'
import type { GraphQLInterfaceType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../schema.ts'
import { interfaceFields } from './event-interface.ts'

const types = schema.getPossibleTypes(schema.getType('Event') as GraphQLInterfaceType)

describe('the types of events', () => {
  it('are one for each event of the vocabulary, and one for those that are not known', () => {
    expect(types).toHaveLength(catalogue.length + 1)
  })

  it('have every field of the data', () => {
    const missing = catalogue.flatMap((definition) => {
      const type = types.find(({ description }) => description?.includes(`(${definition.type})`))
      const fields = type?.getFields() ?? {}
      return Object.keys(definition.data.shape).filter(
        (field) => !((interfaceFields.has(field) ? `${field}InData` : field) in fields),
      )
    })
    expect(missing).toEqual([])
  })
})

it('says of every type, field, argument, input and value what it is', () => {
  const silentIn = (place: string, things: readonly { name: string; description?: string | null | undefined }[]) =>
    things.filter(({ description }) => !description).map(({ name }) => `${place}.${name}`)
  const silent = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return []
    const fields = 'getFields' in type ? Object.values(type.getFields()) : []
    return [
      ...silentIn('', [type]),
      ...silentIn(type.name, fields),
      ...fields.flatMap((field) => ('args' in field ? silentIn(`${type.name}.${field.name}`, field.args) : [])),
      ...('getValues' in type ? silentIn(type.name, type.getValues()) : []),
    ]
  })
  expect(silent).toEqual([])
})
