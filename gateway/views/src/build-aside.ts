import { rmSync } from 'node:fs'
import type { Views } from './open-views.ts'
import { projections } from './projections/projections.ts'
import type { ParsedEvent } from './read-fact.ts'

const tables = `
  PRAGMA aside.journal_mode = OFF;
  PRAGMA aside.synchronous = OFF;
  PRAGMA aside.cache_size = -4096;
  CREATE TABLE aside.boxed (ordinal INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;
  CREATE TABLE aside.corrected (stream TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  ${projections.map(({ building }) => building?.tables ?? '').join('\n')}
`

const fileOf = (views: Views) => `${views.file}-aside`

/**
 * Opens what a rebuild sets aside until it is done, in a file of its own, so that its memory does not grow with the
 * city: the data of events that have boxes, the streams to settle, and what projections set aside.
 */
export const openAside = (views: Views): void => {
  rmSync(fileOf(views), { force: true })
  views.statement('ATTACH ? AS aside').run(fileOf(views))
  views.database.exec(tables)
}

/** Sets aside what the rows of these events do not hold, and in which streams something was corrected or retracted. */
export const setEventsAside = (views: Views, events: readonly ParsedEvent[], corrected: Iterable<string>): void => {
  for (const { stored, data, ordinal } of events)
    if (data.sealed) views.statement('INSERT INTO aside.boxed VALUES (?, ?)').run(ordinal, stored.data)
  for (const stream of corrected) views.statement('INSERT OR IGNORE INTO aside.corrected VALUES (?)').run(stream)
}

/** A page of the streams in which something was corrected or retracted. */
export const correctedStreams = (views: Views, after: string, limit: number): string[] =>
  views
    .statement('SELECT stream FROM aside.corrected WHERE stream > ? ORDER BY stream LIMIT ?')
    .all(after, limit)
    .map(({ stream }) => String(stream))

/** Takes away what was set aside; the views are closed. */
export const removeAside = (views: Views): void => rmSync(fileOf(views), { force: true })
