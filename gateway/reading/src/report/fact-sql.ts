import type { SQLInputValue } from 'node:sqlite'
import { beginningOfNames, keyOfNames } from './declared-fields.ts'
import type { SetWindows } from './windows.ts'

type Value = SQLInputValue

/** A text of SQL with the values of its question marks. */
export type Sql = { text: string; values: readonly Value[] }

/** For which moment and region a figure is computed. */
export type Scope = {
  /** Facts known at this place in the log count. */
  ordinal: number
  /** Only what had happened by this instant counts. */
  asOf?: string
  /** Only what an office in this region, or under it, says. */
  region?: string
  /** Windows that were asked for instead of their defaults. */
  windows?: SetWindows
}

const ownFields = new Set(['person', 'stream', 'region', 'ordinal'])

/** Field names come from the figures, never from a caller; they are checked all the same. */
export const fieldText = (table: string, field: string): string => {
  if (!/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(field)) throw new RangeError('a figure names a field that cannot be')
  if (table === 'item') return `json_extract(item.value, '$.${field}')`
  return ownFields.has(field) ? `${table}.${field}` : `json_extract(${table}.figures, '$.${field}')`
}

/** The first of these that is there. */
export const firstOf = (texts: readonly string[]): string =>
  texts.length > 1 ? `coalesce(${texts.join(', ')})` : texts[0]!

/** What these fields say of a moment, the first that is there, else the day of the fact's time. */
export const momentText = (table: string, fields: readonly string[]): string =>
  firstOf([...fields.map((field) => fieldText(table, field)), `day_of(${table}.time)`])

/** The moment from which what facts of these names say is so. */
export const ownMoment = (table: string, names: readonly string[]): string => momentText(table, beginningOfNames(names))

/** What tells apart the things of which events of these names speak. */
export const keyText = (table: string, names: readonly string[]): string =>
  keyOfNames(names)
    .map(({ field, mayBeLeftOut }) =>
      mayBeLeftOut ? `coalesce(${fieldText(table, field)}, '')` : fieldText(table, field),
    )
    .join(" || ' ' || ")

/** As many question marks as there are values. */
export const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')
/** Conditions that must all hold. */
export const joined = (parts: readonly Sql[]): Sql => ({
  text: parts.map(({ text }) => text).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

/** Only what counts at the moment of the scope. */
export const cut = (table: string, { ordinal, asOf }: Scope): Sql => ({
  text: `${table}.known_from <= ? AND (${table}.known_to IS NULL OR ${table}.known_to > ?)${asOf === undefined ? '' : ` AND ${table}.time <= ?`}`,
  values: [ordinal, ordinal, ...(asOf === undefined ? [] : [asOf])],
})

/** Only facts of these names. */
export const named = (table: string, names: readonly string[]): Sql => ({
  text: `${table}.name IN (${marks(names)})`,
  values: names,
})
