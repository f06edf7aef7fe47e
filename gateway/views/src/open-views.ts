import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startPosition } from '@hub/schemas/format/position.ts'
import { type PreparedStatements, preparedStatements } from '@hub/sqlite/prepared-statements.ts'

/** A connection to the views, for one thread. They can be thrown away and built again from the store. */
export type Views = PreparedStatements & {
  file: string
  database: DatabaseSync
  /** All or nothing; rolls back and throws on if `work` throws. */
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * One row an interval in which a fact was effective, `known_from` and `known_to` (exclusive) being ordinals. The row
 * with `known_from = ordinal` is the event itself; every event has one. `mentions` says in whose files something stands
 * that is sealed for another person, for when that person is erased. `figures` are what lies open of an event.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS facts (
    ordinal INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    department TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position TEXT NOT NULL,
    person TEXT,
    region TEXT,
    time TEXT NOT NULL,
    known_time TEXT NOT NULL,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    replaces TEXT,
    correlation TEXT NOT NULL,
    figures TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS files (
    person TEXT PRIMARY KEY,
    region TEXT,
    status TEXT NOT NULL,
    disability_grade INTEGER,
    birth_year INTEGER,
    registered_on TEXT,
    box TEXT,
    folded TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tokens (token TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (token, person))
    STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS links (
    a TEXT NOT NULL, b TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER, PRIMARY KEY (a, b, known_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS mentions (person TEXT NOT NULL, file TEXT NOT NULL, PRIMARY KEY (person, file))
    STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS causations (ordinal INTEGER PRIMARY KEY, cause TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL, ordinal INTEGER NOT NULL, known_time TEXT NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO checkpoint VALUES (1, '${startPosition}', 0, '');
`

const indexesOfFacts = `
  CREATE UNIQUE INDEX IF NOT EXISTS facts_by_ordinal ON facts (ordinal, known_from);
  CREATE INDEX IF NOT EXISTS facts_by_event ON facts (event_id);
  CREATE INDEX IF NOT EXISTS facts_by_person ON facts (person, ordinal) WHERE person IS NOT NULL;
  CREATE INDEX IF NOT EXISTS facts_by_stream ON facts (stream, revision);
  CREATE INDEX IF NOT EXISTS facts_by_name_ordinal ON facts (name, ordinal);
  CREATE INDEX IF NOT EXISTS facts_by_name_person ON facts (name, person, known_from, known_to, time, region);
  CREATE INDEX IF NOT EXISTS facts_by_position ON facts (position);
  CREATE INDEX IF NOT EXISTS facts_by_known_time ON facts (known_time, ordinal);
  CREATE INDEX IF NOT EXISTS facts_by_correlation ON facts (correlation);
`

const indexesOfFiles = `
  CREATE INDEX IF NOT EXISTS files_by_registration ON files (registered_on, person);
  CREATE INDEX IF NOT EXISTS files_by_region ON files (region);
  CREATE INDEX IF NOT EXISTS tokens_by_person ON tokens (person);
  CREATE INDEX IF NOT EXISTS links_by_b ON links (b);
  CREATE INDEX IF NOT EXISTS causations_by_cause ON causations (cause);
`

/** Makes the indexes of the facts, which a rebuild leaves out until all are there. */
export const indexFacts = (views: Views): void => views.database.exec(indexesOfFacts)

/** Makes all other indexes, which a rebuild leaves out until the files are there. */
export const indexFiles = (views: Views): void => views.database.exec(indexesOfFiles)

export type ViewsOptions = {
  file: string
  /** For the threads that answer; the file must be there. Default false. */
  readOnly?: boolean
  /** A file that nobody reads yet: no indexes, nothing durable before `finishBuilding`. Default false. */
  building?: boolean
}

/** What holds of a file in use: pages that many batches change are carried over from the log once for all of them. */
const durable = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000'

/**
 * What holds of one that is being built: sorting for its indexes takes no more memory than its cache, the rest lies in
 * files beside it, which hold nothing that the indexes do not.
 */
const unfinished = (file: string) =>
  `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;
   PRAGMA temp_store_directory = '${dirname(file).replaceAll("'", "''")}'`

/** Opens the views in a SQLite file, made where it is missing. */
export const openViews = ({ file, readOnly = false, building = false }: ViewsOptions): Views => {
  if (!readOnly && file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { readOnly, timeout: 5000 })
  // What a query gathers in between stays in memory: it may be large, and it names persons.
  database.exec('PRAGMA temp_store = MEMORY')
  if (!readOnly) {
    database.exec(building ? unfinished(file) : durable)
    database.exec(`PRAGMA cache_size = ${building ? -16_384 : -65_536}`)
    database.exec(tables)
    if (!building) database.exec(indexesOfFacts + indexesOfFiles)
  }
  return {
    file,
    database,
    ...preparedStatements(database),
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
