import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { beginningFields, endingFields } from '@hub/schemas/own-time.ts'
import { declaredThings, partOf, type Thing } from '@hub/schemas/thing.ts'

const definitionsOf = (names: readonly string[]): readonly EventDefinition[] =>
  catalogue.filter(({ name }) => names.includes(name))

/** The fields by which events of these names say from when what they tell is so; none where only their time says it. */
export const beginningOfNames = (names: readonly string[]): readonly string[] => [
  ...new Set(definitionsOf(names).flatMap((definition) => beginningFields(definition))),
]

/** The fields by which events of these names say when that is over which they end. */
export const endingOfNames = (names: readonly string[]): readonly string[] => [
  ...new Set(definitionsOf(names).flatMap((definition) => endingFields(definition))),
]

/** A part of a key: a field of the data, or what is the fact's own. */
export type KeyField = { field: string; mayBeLeftOut: boolean }

const fieldsOfKey = (key: Thing['key'], streamField: string | undefined): readonly KeyField[] => {
  if (typeof key !== 'string')
    return key[0]!
      .map(partOf)
      .map(({ field, mayBeLeftOut }) => ({ field: field === streamField ? 'stream' : field, mayBeLeftOut }))
  // Each event is one of its own by its place in the log.
  return [{ field: key === 'event' ? 'ordinal' : key, mayBeLeftOut: false }]
}

/**
 * What tells apart the things of which events of these names speak: the surest key that they declare.
 * @throws {RangeError} where they declare none, or different ones
 */
export const keyOfNames = (names: readonly string[]): readonly KeyField[] => {
  const keys = definitionsOf(names).map((definition) =>
    fieldsOfKey(declaredThings(definition)[0]!.key, definition.streamField),
  )
  const [key] = keys
  if (!key || new Set(keys.map((each) => JSON.stringify(each))).size > 1)
    throw new RangeError('a figure counts things that are not told apart by one key')
  return key
}
