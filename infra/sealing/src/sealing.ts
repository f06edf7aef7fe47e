import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { Sealed, StoredData } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { personId, personIdOf } from '@hub/schemas/values/person.ts'
import { openBox, sealBox } from './box.ts'
import type { PersonKey } from './person-key.ts'

type PersonalFields = EventDefinition['personalFields']
type Data = Readonly<Record<string, unknown>>

export type SealOutcome =
  | { status: 'sealed'; data: StoredData }
  /** These personal fields describe nobody that the fact names: there is no key to seal them with. */
  | { status: 'no-person'; fields: readonly string[] }
  /** Keys that are missing: not asked for, or destroyed. */
  | { status: 'no-key'; persons: readonly string[] }

/** The person whom a value names: `{ personId }`, or `{ name, person: { personId } }`. */
const personIn = (value: unknown): string | undefined =>
  personIdOf(value) ??
  (typeof value === 'object' && value !== null && 'person' in value ? personIdOf(value.person) : undefined)

/** The fact's own person: named in the data, else by a person's stream (or person id) as subject. */
const ownPerson = (data: Data, subject: string | undefined): string | undefined => {
  const named = personIdOf(data.person)
  if (named !== undefined || subject === undefined) return named
  const { category, id } = parseStreamName(subject)
  if (category === 'person') return id
  return personId.safeParse(subject).success ? subject : undefined
}

/** Field by person described (undefined: nobody is named), for the fields that are there. */
const fieldsByPerson = (fields: PersonalFields, data: Data, subject: string | undefined) => {
  const byPerson = new Map<string | undefined, Record<string, unknown>>()
  const own = ownPerson(data, subject)
  for (const { field, of } of fields) {
    if (data[field] === undefined) continue
    const described = (of === undefined ? undefined : personIn(data[of])) ?? own
    const group = byPerson.get(described) ?? {}
    group[field] = data[field]
    byPerson.set(described, group)
  }
  return byPerson
}

/** Ids of the persons whose keys sealing needs, sorted. Citizen numbers must have been replaced by person ids before. */
export const personsDescribed = (fields: PersonalFields, data: Data, subject: string | undefined): readonly string[] =>
  [...fieldsByPerson(fields, data, subject).keys()].filter((person) => person !== undefined).sort()

/**
 * Moves the personal fields of an event into boxes, one for each person described, sorted by person id. `subject` is
 * the fact's stream; it says who the fact is about where the data does not.
 */
export const sealPersonalFields = (
  fields: PersonalFields,
  eventId: string,
  data: Data,
  subject: string | undefined,
  keys: ReadonlyMap<string, PersonKey>,
): SealOutcome => {
  const byPerson = fieldsByPerson(fields, data, subject)
  const unnamed = byPerson.get(undefined)
  if (unnamed) return { status: 'no-person', fields: Object.keys(unnamed) }
  const groups = [...byPerson].flatMap(([person, group]) => (person === undefined ? [] : [{ person, group }]))
  const missing = groups.filter(({ person }) => !keys.has(person)).map(({ person }) => person)
  if (missing.length > 0) return { status: 'no-key', persons: missing.sort() }
  if (groups.length === 0) return { status: 'sealed', data: { ...data } }
  const taken = new Set(groups.flatMap(({ group }) => Object.keys(group)))
  const sealed: Sealed[] = groups
    .sort((one, other) => (one.person < other.person ? -1 : 1))
    .map(({ person, group }) => ({ of: person, box: sealBox(keys.get(person)!, eventId, canonicalJson(group)) }))
  const stored: StoredData = { sealed }
  for (const field of Object.keys(data)) if (!taken.has(field)) stored[field] = data[field]
  return { status: 'sealed', data: stored }
}

/**
 * Puts the personal fields back. `erased` are the persons whose key is not there: their fields stay away.
 * @throws {BoxNotOpened} when a box was changed
 */
export const openPersonalFields = (
  eventId: string,
  stored: StoredData,
  keys: ReadonlyMap<string, PersonKey>,
): { data: Record<string, unknown>; erased: string[] } => {
  const { sealed = [], ...open } = stored
  const data: Record<string, unknown> = open
  const erased: string[] = []
  for (const { of, box } of sealed) {
    const key = keys.get(of)
    if (key) Object.assign(data, JSON.parse(openBox(key, eventId, box)))
    else erased.push(of)
  }
  return { data, erased }
}
