import type { z } from 'zod'
import { canonicalJson } from './format/canonical-json.ts'
import type { ThingKind } from './thing-kinds.ts'
import { personIdOf } from './values/person.ts'
import { countyOf, isOfCounty } from './values/region-code.ts'
import { kindOf } from './values/value-kinds.ts'

/**
 * A part of a key: a field of the payload, or `county`, that of the acting office where it is of one. One that ends in `?` may be left out:
 * it then tells nothing apart. `<part>=<field>` is a field that other types of the kind call otherwise: a payment that
 * is sent again names the one that came back by `replacesBankRef`, `bankRef=replacesBankRef`.
 */
export type KeyPart = string

type Key = 'event' | 'person' | 'stream' | readonly (readonly KeyPart[])[]

/**
 * What an event speaks of, and what tells two of its kind apart: `event`: each event is one of its own; `person`: a
 * person has one; `stream`: what the stream is of; or fields. Of several lists of fields each is enough by itself, the
 * first is the surest.
 */
export type Thing = {
  kind: ThingKind
  key: Key
  /** What else it says something of, as an approval ends the application: things of other kinds, each with its key. */
  also?: readonly { kind: ThingKind; key: Key }[]
}

/** The values of one list of fields, by part; parts that may be left out and are not said are not in it. */
export type ThingKey = Readonly<Record<string, string>>

type Data = Readonly<Record<string, unknown>>

/** What a part is called when it is compared, the field that holds it, and whether it may be left out. */
export const partOf = (part: KeyPart): { name: string; field: string; mayBeLeftOut: boolean } => {
  const mayBeLeftOut = part.endsWith('?')
  const [name, field = name] = (mayBeLeftOut ? part.slice(0, -1) : part).split('=') as [string, string?]
  return { name, field, mayBeLeftOut }
}

/** All that a type speaks of: what it is about, and what else it says something of. */
export const declaredThings = ({ thing }: { thing?: Thing | undefined }): readonly { kind: ThingKind; key: Key }[] =>
  thing === undefined ? [] : [thing, ...(thing.also ?? [])]

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

/** The fields of a type, where they are known: by them a renamed code is the same as its old name. */
type Fields = Pick<z.ZodObject, 'shape'> | undefined

/** A code as it is compared: one that was renamed by what is said in its place since then. */
const codeToday = (fields: Fields, field: string, value: unknown): unknown => {
  const schema = fields?.shape[field] as z.ZodType | undefined
  const kind = schema && kindOf(schema)
  return kind?.kind === 'code' && typeof value === 'string' ? (kind.codes[value]?.instead ?? value) : value
}

const saidIn = (fields: Fields, data: Data, field: string): string | undefined => {
  if (field !== 'county') return comparable(codeToday(fields, field, data[field]))
  // An office of the city or the province acts for all its counties, and says of none that it is the one.
  return typeof data.region === 'string' && isOfCounty(data.region) ? countyOf(data.region) : undefined
}

const keyBy = (fields: Fields, data: Data, parts: readonly KeyPart[]): ThingKey | undefined => {
  const said: Record<string, string> = {}
  for (const { name, field, mayBeLeftOut } of parts.map(partOf)) {
    const value = saidIn(fields, data, field)
    if (value !== undefined) said[name] = value
    else if (!mayBeLeftOut) return undefined
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/** A thing that an event speaks of; no keys where the event says too little to find it by. */
export type NamedThing = { kind: ThingKind; keys: readonly ThingKey[] }

/** What of an event tells of which things it speaks. */
export type Speaking = { data: Data; stream: string; eventId: string }

type Declared = { thing?: Thing | undefined; streamField: string | undefined; data?: Fields }

const keysOf = (key: Key, definition: Declared, { data, stream, eventId }: Speaking): ThingKey[] => {
  const { streamField, data: fields } = definition
  if (key === 'event') return [{ event: eventId }]
  if (key === 'person') return [{ person: 'the one of the file' }]
  // By the field that names the stream: another type of the kind may name it from the stream of a person.
  if (key === 'stream') return [{ [streamField ?? 'stream']: String(data[streamField ?? 'stream'] ?? stream) }]
  return key.map((parts) => keyBy(fields, data, parts)).filter((found) => found !== undefined)
}

/**
 * The things of which an event speaks, each with the keys by which it is found among others of its kind, the surest
 * first. None for a type that does not declare it.
 */
export const namedThings = (definition: Declared, event: Speaking): readonly NamedThing[] =>
  declaredThings(definition).map(({ kind, key }) => ({ kind, keys: keysOf(key, definition, event) }))

const shared = (one: ThingKey, other: ThingKey) => Object.keys(one).filter((part) => other[part] !== undefined)

/**
 * Whether what an event says by these keys, the surest first, is about a thing of which those were said. The surest that
 * can be compared decides, in as many parts as both say: two cards with different numbers are two, though both are of
 * one kind.
 */
export const isNamedBy = (said: readonly ThingKey[], keys: readonly ThingKey[]): boolean => {
  for (const key of keys) {
    const most = Math.max(0, ...said.map((other) => shared(key, other).length))
    if (most === 0) continue
    const nearest = said.filter((other) => shared(key, other).length === most)
    return nearest.some((other) => shared(key, other).every((part) => key[part] === other[part]))
  }
  return false
}

/** The keys of two lists of things together, by kind. */
export const joinedThings = (said: readonly NamedThing[], more: readonly NamedThing[]): readonly NamedThing[] => {
  const isNew = (kind: ThingKind, key: ThingKey) =>
    !said.some((thing) => thing.kind === kind && thing.keys.some((one) => canonicalJson(one) === canonicalJson(key)))
  const added = more.map(({ kind, keys }) => ({ kind, keys: keys.filter((key) => isNew(kind, key)) }))
  if (added.every(({ kind, keys }) => keys.length === 0 && said.some((thing) => thing.kind === kind))) return said
  const kinds = [...new Set([...said, ...added].map(({ kind }) => kind))]
  const keysIn = (things: readonly NamedThing[], kind: ThingKind) =>
    things.filter((thing) => thing.kind === kind).flatMap(({ keys }) => keys)
  return kinds.map((kind) => ({ kind, keys: [...keysIn(said, kind), ...keysIn(added, kind)] }))
}
