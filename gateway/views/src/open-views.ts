import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startPosition } from '@hub/schemas/format/position.ts'
import { type PreparedStatements, preparedStatements } from '@hub/sqlite/prepared-statements.ts'
import type { Projection } from './projections/projection.ts'
import { projections } from './projections/projections.ts'

/** A connection to the views, for one thread. They can be thrown away and built again from the store. */
export type Views = PreparedStatements & {
  file: string
  database: DatabaseSync
  /** All or nothing; rolls back and throws on if `work` throws. */
  transaction<T>(work: () => T): T
  close(): void
}

const checkpoint = `
  CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL, ordinal INTEGER NOT NULL, known_time TEXT NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO checkpoint VALUES (1, '${startPosition}', 0, '');
`

const tables = [...projections.map((projection) => projection.tables), checkpoint].join('')

/** Whether a projection's rows are there once all events are, before any file is folded. */
const standsBeforeFiles = ({ apply }: Projection) => apply.event !== undefined

const indexesOf = (some: readonly Projection[]) => some.map(({ indexes }) => indexes).join('')
const lastIndexes = projections.map(({ building }) => building?.indexes ?? '').join('')

/** Makes the indexes of what is folded from events, which a rebuild leaves out until all are there. */
export const indexEvents = (views: Views): void => views.database.exec(indexesOf(projections.filter(standsBeforeFiles)))

/** Makes all other indexes, which a rebuild leaves out until the files are there. */
export const indexFiles = (views: Views): void =>
  views.database.exec(indexesOf(projections.filter((projection) => !standsBeforeFiles(projection))) + lastIndexes)

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
    if (!building) database.exec(indexesOf(projections) + lastIndexes)
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
