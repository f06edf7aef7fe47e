import { canonicalJson } from './format/canonical-json.ts'
import type { ThingKind } from './thing-kinds.ts'
import { personIdOf } from './values/person.ts'
import { countyOf } from './values/region-code.ts'

/**
 * A part of a key: a field of the payload, or `county`, that of the acting office. One that ends in `?` may be left out:
 * it then tells nothing apart.
 */
export type KeyPart = string

/**
 * What an event speaks of, and what tells two of its kind apart: `event`: each event is one of its own; `person`: a
 * person has one; `stream`: what the stream is of; or fields. Of several lists of fields each is enough by itself, the
 * first is the surest.
 */
export type Thing = {
  kind: ThingKind
  key: 'event' | 'person' | 'stream' | readonly (readonly KeyPart[])[]
}

/** The values of one list of fields, by part; parts that may be left out and are not said are not in it. */
export type ThingKey = Readonly<Record<string, string>>

type Data = Readonly<Record<string, unknown>>

/** The name of the field of a part, and whether it may be left out. */
export const partOf = (part: KeyPart): { field: string; mayBeLeftOut: boolean } =>
  part.endsWith('?') ? { field: part.slice(0, -1), mayBeLeftOut: true } : { field: part, mayBeLeftOut: false }

/** A value as it is compared: a person by id, else by name; a list whatever its order. */
const comparable = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value)) return canonicalJson(value.map(comparable).toSorted())
  if (typeof value !== 'object') return String(value)
  const named = value as { person?: unknown; name?: unknown }
  return (
    personIdOf(value) ??
    personIdOf(named.person) ??
    (named.name === undefined ? canonicalJson(value) : String(named.name))
  )
}

const saidIn = (data: Data, field: string): string | undefined =>
  field === 'county' ? (typeof data.region === 'string' ? countyOf(data.region) : undefined) : comparable(data[field])

const keyBy = (data: Data, parts: readonly KeyPart[]): ThingKey | undefined => {
  const said: Record<string, string> = {}
  for (const { field, mayBeLeftOut } of parts.map(partOf)) {
    const value = saidIn(data, field)
    if (value !== undefined) said[field] = value
    else if (!mayBeLeftOut) return undefined
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/**
 * By what the thing of an event is found among others of its kind, the surest first; empty where it says too little. Two
 * events are about one thing where a key of one fits one of the other, see `fits`. For the keys `event`, `person` and
 * `stream` there is nothing in the payload to compare.
 */
export const thingKeysOf = ({ thing }: { thing?: Thing | undefined }, data: Data): readonly ThingKey[] =>
  thing === undefined || typeof thing.key === 'string'
    ? []
    : thing.key.map((parts) => keyBy(data, parts)).filter((key) => key !== undefined)

/** Whether two keys of a kind are of one thing: they say the same of every part that both say, and both say one. */
export const fits = (one: ThingKey, other: ThingKey): boolean => {
  const both = Object.keys(one).filter((part) => other[part] !== undefined)
  return both.length > 0 && both.every((part) => one[part] === other[part])
}
