import type { Marks } from '@hub/schemas/define-event.ts'
import type { Sealed, StoredData } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { inForm, type TokenOf } from '@hub/schemas/open-field.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import { openBox, sealBox } from './box.ts'
import type { PersonKey } from './person-key.ts'

type Data = Readonly<Record<string, unknown>>
/** What sealing asks of a type. */
export type SealMarks = Pick<Marks, 'personField' | 'sealedFields' | 'openFields'>

export type SealOutcome =
  | { status: 'sealed'; data: StoredData }
  /** Keys that are missing: not asked for, or destroyed. */
  | { status: 'no-key'; persons: readonly string[] }

/** What sealing needs beside the event. */
export type SealingKeys = {
  keys: ReadonlyMap<string, PersonKey>
  /** The keyed hash that stands open in the place of a text; the same text gives the same one. */
  tokenOf: TokenOf
}

/** The person of whom an event speaks, whose key seals it: the stream's, else the one named in the data. */
const ownerOf = ({ personField }: SealMarks, data: Data, stream: string): string | undefined => {
  if (personField === undefined) return undefined
  const { category, id } = parseStreamName(stream)
  return category === 'person' ? id : personIdOf(data[personField])
}

/** Sealed fields by the person whom they describe. The owner always has an entry, even an empty one. */
const fieldsByPerson = ({ sealedFields }: SealMarks, data: Data, owner: string) => {
  const byPerson = new Map<string, Record<string, unknown>>([[owner, {}]])
  for (const { field, ofAnother } of sealedFields) {
    const value = data[field]
    if (value === undefined) continue
    const named = ofAnother ? personIdOf((value as { person?: unknown }).person) : undefined
    const described = named ?? owner
    const group = byPerson.get(described) ?? {}
    group[field] = value
    byPerson.set(described, group)
  }
  return byPerson
}

/** Ids of the persons whose keys sealing needs, sorted. Citizen numbers must have been replaced by person ids before. */
export const personsDescribed = (marks: SealMarks, data: Data, stream: string): readonly string[] => {
  const owner = ownerOf(marks, data, stream)
  return owner === undefined ? [] : [...fieldsByPerson(marks, data, owner).keys()].sort()
}

/**
 * Moves what an event says of a person into one box under that person's key; what it says of others whom it names is
 * in boxes of theirs, inside that one. What is marked open stays, as far as it is marked. An event that names nobody is
 * given back as it is.
 */
export const sealEvent = (
  marks: SealMarks,
  eventId: string,
  data: Data,
  stream: string,
  { keys, tokenOf }: SealingKeys,
): SealOutcome => {
  const owner = ownerOf(marks, data, stream)
  if (owner === undefined) return { status: 'sealed', data: { ...data } }
  const byPerson = fieldsByPerson(marks, data, owner)
  const missing = [...byPerson.keys()].filter((person) => !keys.has(person))
  if (missing.length > 0) return { status: 'no-key', persons: missing.sort() }
  const boxFor = (person: string, group: Data) => sealBox(keys.get(person)!, eventId, canonicalJson(group))

  const { [owner]: own, ...others } = Object.fromEntries(byPerson)
  const ofOthers: Sealed[] = Object.keys(others)
    .sort()
    .map((person) => ({ of: person, box: boxFor(person, others[person]!) }))
  const content = ofOthers.length > 0 ? { ...own, sealed: ofOthers } : own!
  const stored: StoredData = { sealed: { of: owner, box: boxFor(owner, content) } }
  for (const { field, as } of marks.openFields) {
    const lyingOpen = data[field] === undefined ? undefined : inForm(data[field], as, tokenOf, data)
    if (lyingOpen !== undefined) stored[field] = lyingOpen
  }
  return { status: 'sealed', data: stored }
}

/** An event whose own box was opened, or stays shut because the key is not there. */
export type OwnOpened = {
  /** What lies open, with what was in the box over it. */
  data: Record<string, unknown>
  /** Whether the key of the person of whom it speaks is not there. */
  erased: boolean
  /** The boxes for other persons that were in it, still shut. */
  ofOthers: readonly Sealed[]
}

/**
 * Opens the box of the person of whom an event speaks.
 * @throws {BoxNotOpened} when the box was changed
 */
export const openOwnBox = (eventId: string, stored: StoredData, keys: ReadonlyMap<string, PersonKey>): OwnOpened => {
  const { sealed, ...open } = stored
  if (sealed === undefined) return { data: open, erased: false, ofOthers: [] }
  const key = keys.get(sealed.of)
  if (!key) return { data: open, erased: true, ofOthers: [] }
  const { sealed: ofOthers = [], ...own } = JSON.parse(openBox(key, eventId, sealed.box)) as Record<string, unknown> & {
    sealed?: readonly Sealed[]
  }
  return { data: Object.assign(open, own), erased: false, ofOthers }
}

/** An event as far as it could be opened. */
export type Opened = {
  data: Record<string, unknown>
  /** Whether the key of the person of whom it speaks is not there: only what lies open is. */
  erased: boolean
  /** Others described in it whose key is not there; what it says of them stays away. */
  erasedOthers: readonly string[]
}

/**
 * Opens the boxes for other persons in an event whose own box is open.
 * @throws {BoxNotOpened} when a box was changed
 */
export const openOtherBoxes = (
  eventId: string,
  { data, erased, ofOthers }: OwnOpened,
  keys: ReadonlyMap<string, PersonKey>,
): Opened => {
  const erasedOthers: string[] = []
  for (const { of, box } of ofOthers) {
    const key = keys.get(of)
    if (key) Object.assign(data, JSON.parse(openBox(key, eventId, box)))
    else erasedOthers.push(of)
  }
  return { data, erased, erasedOthers }
}
