import { rmSync } from 'node:fs'
import type { Views } from './open-views.ts'
import type { ParsedEvent } from './read-fact.ts'

const tables = `
  PRAGMA aside.journal_mode = OFF;
  PRAGMA aside.synchronous = OFF;
  PRAGMA aside.cache_size = -4096;
  CREATE TABLE aside.boxed (ordinal INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;
  CREATE TABLE aside.corrected (stream TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE aside.tokens (token TEXT NOT NULL, person TEXT NOT NULL) STRICT;
`

const fileOf = (views: Views) => `${views.file}-aside`

/**
 * Opens what a rebuild sets aside until it is done, in a file of its own, so that its memory does not grow with the
 * city: the data of events that have boxes, the streams to settle, and the tokens in the order of the files.
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

/** Sets a person's tokens aside. */
export const setTokensAside = (views: Views, person: string, tokens: readonly string[]): void => {
  for (const token of tokens) views.statement('INSERT INTO aside.tokens VALUES (?, ?)').run(token, person)
}

/** Writes the tokens that were set aside, in their own order: one after the other costs a fraction of here and there. */
export const writeTokens = (views: Views): void =>
  views.database.exec('INSERT INTO tokens SELECT DISTINCT token, person FROM aside.tokens ORDER BY token, person')

/** Takes away what was set aside; the views are closed. */
export const removeAside = (views: Views): void => rmSync(fileOf(views), { force: true })
