import { chmodSync, closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const schema = `
  CREATE TABLE IF NOT EXISTS events (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    change INTEGER NOT NULL,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    replaces TEXT,
    state TEXT NOT NULL,
    body TEXT,
    digest TEXT NOT NULL,
    receipt TEXT,
    sendings INTEGER NOT NULL DEFAULT 0,
    told TEXT NOT NULL DEFAULT '{}',
    UNIQUE (source, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS events_by_change ON events (change);
  CREATE INDEX IF NOT EXISTS events_in_state ON events (state, source, key);
  CREATE TABLE IF NOT EXISTS last_change (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO last_change VALUES (1, 0);`

/** Written into the file; an outbox of another form is not touched. */
const form = 1

/** Makes a file that only its owner reads; SQLite gives the files that it puts beside it the same mode. */
const ownersAlone = (file: string): void => {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/** Opens the database of an outbox, made where it is missing. @throws where it is of another form, or no database */
export const openOutboxFile = (file: string): DatabaseSync => {
  ownersAlone(file)
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    // What was personal is overwritten when it is no longer needed.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number }
    if (found !== 0 && found !== form) throw new Error(`${file} is an outbox of another version of the client`)
    database.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${form}; COMMIT`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Another process sends from this outbox. */
export class OutboxInUse extends Error {
  override name = 'OutboxInUse'
}

/**
 * Makes this process the one that sends from an outbox, until it ends, however it ends; others may go on putting events in.
 * @throws {OutboxInUse}
 */
export const lockForSending = (file: string): { release(): void } => {
  const lock = `${file}-sender`
  ownersAlone(lock)
  const database = new DatabaseSync(lock, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    throw new OutboxInUse(`another process sends from ${file}; several may put events in, one sends them`, { cause })
  }
  return { release: () => database.isOpen && database.close() }
}
