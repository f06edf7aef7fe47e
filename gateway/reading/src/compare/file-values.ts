import { type Claim, type Entry, type Section, type Source, sections, type VeteranFile } from '@hub/file/file.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'

/** A section of the file, or the facts that belong to none. */
export type Place = Section | 'others'

/** One value of a file: a claim, or an entry of a list. */
export type FileValue = {
  /** `<section>.<field>`, and behind a `#` the first event of an entry. */
  path: string
  section: Place
  field: string
  /** The event that an entry of a list began with, or the first statement of it; missing for a claim. */
  entry?: string
  value: unknown
  source: Source
}

/** A value as it is shown: of an entry, what is said of it, without who said what and what it is found by. */
export const shownOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('history' in value)) return value
  const { history: _history, saidBy: _saidBy, things: _things, untilNext: _untilNext, ...shown } = value as Entry
  return shown
}

const isClaim = (value: unknown): value is Claim<unknown> =>
  typeof value === 'object' && value !== null && 'source' in value

/** Every value of a file by its path. `rootOf` names an entry for good, whatever has corrected its first event. */
export const fileValues = (
  file: VeteranFile | undefined,
  rootOf: (eventId: string) => string,
): ReadonlyMap<string, FileValue> => {
  const values = new Map<string, FileValue>()
  const add = (section: Place, field: string, claim: Claim<unknown>, entry?: string) => {
    const path = `${section}.${field}${entry === undefined ? '' : `#${entry}`}`
    values.set(path, {
      path,
      section,
      field,
      ...(entry === undefined ? {} : { entry }),
      value: shownOf(claim.value),
      source: claim.source,
    })
  }
  const addEntries = (section: Place, field: string, entries: readonly Claim<Entry>[]) => {
    for (const claim of entries)
      add(section, field, claim, rootOf(claim.value.history[0]?.eventId ?? claim.source.eventId))
  }
  if (!file) return values
  for (const section of sections)
    for (const [field, held] of Object.entries(file[section]))
      if (Array.isArray(held)) addEntries(section, field, held as Claim<Entry>[])
      else if (isClaim(held)) add(section, field, held)
  addEntries('others', 'facts', file.others)
  return values
}

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED'

/** A value that only one of two files has, or that differs between them. */
export type FileChange = Pick<FileValue, 'path' | 'section' | 'field' | 'entry'> & {
  kind: ChangeKind
  before?: FileValue
  after?: FileValue
}

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

/** The changes from the values of one file to those of another. */
export const changesBetween = (
  before: ReadonlyMap<string, FileValue>,
  after: ReadonlyMap<string, FileValue>,
): FileChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((path): FileChange[] => {
    const [was, is] = [before.get(path), after.get(path)]
    const either = (is ?? was)!
    const { section, field, entry } = either
    const place = { path, section, field, ...(entry === undefined ? {} : { entry }) }
    if (!was) return [{ ...place, kind: 'ADDED', after: either }]
    if (!is) return [{ ...place, kind: 'REMOVED', before: was }]
    return same(was.value, is.value) ? [] : [{ ...place, kind: 'CHANGED', before: was, after: is }]
  })
