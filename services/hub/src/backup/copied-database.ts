import { closeSync, fsyncSync, openSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { lastSequence } from '@hub/event-store/event-table.ts'
import { type Position, positionOfSequence } from '@hub/schemas/format/position.ts'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { Founded } from '@hub/schemas/hub/events.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'

/** All pages in one step: a copy in several begins again whenever the hub has written in between. */
const allPages = 2 ** 31 - 1

const only = (database: DatabaseSync, sql: string, ...values: (string | number)[]): unknown => {
  const row = database.prepare(sql).get(...values)
  return row && Object.values(row)[0]
}

export const syncPath = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies a SQLite file as it is at one moment, while others write to it, by SQLite's online backup; the copy is one
 * file, checked page by page. @throws where the copy is not sound
 */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    await backup(source, to, { rate: allPages })
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to)
  try {
    copy.exec('PRAGMA journal_mode = DELETE')
    const faults = only(copy, 'PRAGMA integrity_check')
    if (faults !== 'ok') throw new Error(`the copy of ${from} is damaged (${faults}): check the disk and copy again`)
  } finally {
    copy.close()
  }
  syncPath(to)
}

/** What a store's file says of itself. */
export type StoreFacts = { store: string; hubKeyFingerprint: string; events: number; head: Position }

/** @throws where the file holds no founded store, or a stream with a gap */
export const readStoreFacts = (file: string): StoreFacts => {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const founded = only(database, 'SELECT data FROM events WHERE stream = ? AND revision = 0', foundingStream)
    if (typeof founded !== 'string') throw new Error(`${file} holds no founded event store`)
    const gaps = only(
      database,
      'SELECT count(*) FROM (SELECT 1 FROM events GROUP BY stream HAVING max(revision) + 1 <> count(*))',
    )
    if (gaps !== 0) throw new Error(`${file}: ${gaps} streams have gaps; it is not a whole event store`)
    const { store, hubKeyFingerprint } = Founded.data.parse(JSON.parse(founded))
    const last = only(database, 'SELECT max(sequence) FROM events') as number
    const events = only(database, 'SELECT count(*) FROM events') as number
    return { store, hubKeyFingerprint, events, head: positionOfSequence(last) }
  } finally {
    database.close()
  }
}

/** Sequence of the last event of a store that is in use. */
export const liveHead = (file: string): Position => {
  const connection = openSqlite({ file, readOnly: true })
  try {
    return positionOfSequence(lastSequence(connection))
  } finally {
    connection.close()
  }
}

/** How many persons have a key in a file of keys; the erased have none. */
export const countPersons = (file: string): number => {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return only(database, 'SELECT count(*) FROM person_keys WHERE destroyed = 0') as number
  } finally {
    database.close()
  }
}
