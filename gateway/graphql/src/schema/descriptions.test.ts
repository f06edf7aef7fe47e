import { isInterfaceType, isNonNullType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { schema } from './schema.ts'

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

/** What a description says of null: from that word to the end of its sentence. */
const wordOnNull = (description: string | null | undefined) => /\bnull\b[^.]*/i.exec(description ?? '')?.[0]

it('says of every field that may be null what null means: one thing, or which other field tells which', () => {
  const unclear = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) return []
    return Object.values(type.getFields())
      .filter(({ type: own }) => !isNonNullType(own))
      .filter(({ description }) => {
        const said = wordOnNull(description)
        if (said === undefined) return true
        const telling = [...said.matchAll(/`(\w+)`/g)].some(([, name = '']) => name in type.getFields())
        return / or /.test(said) && !telling
      })
      .map(({ name, description }) => `${type.name}.${name}: ${description}`)
  })
  expect(unclear).toEqual([])
})
