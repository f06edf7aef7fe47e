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
