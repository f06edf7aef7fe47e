import { DatabaseSync } from 'node:sqlite'
import { type PreparedStatements, preparedStatements } from './prepared-statements.ts'

/** One connection to a durable SQLite file. It belongs to the thread that opened it. */
export type SqliteConnection = PreparedStatements & {
  readonly database: DatabaseSync
  /** Runs `work` in a transaction that holds the write lock from the start; rolls back and throws on if `work` throws. */
  immediately<T>(work: () => T): T
  close(): void
}

export type SqliteOptions = {
  file: string
  /** The file must be there then. Default false. */
  readOnly?: boolean
  /** How long to wait for another connection's write, ms. Default 5,000. */
  busyTimeout?: number
}

const busy = 5
/** Busy, locked, no memory, I/O error, corrupt, full, can't open: nothing that the statement itself got wrong. */
const faultsOfTheFile = new Set([busy, 6, 7, 10, 11, 13, 14])

const primaryCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined

/** Whether an error says that the file can't be read or written now (disk full, I/O error, locked for too long). */
export const isFileFault = (error: unknown): boolean => faultsOfTheFile.has(primaryCode(error) ?? -1)

/** Whether an error says that another connection holds the lock. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === busy

const pragma = (database: DatabaseSync, name: string): unknown => {
  const row = database.prepare(`PRAGMA ${name}`).get()
  return row && Object.values(row)[0]
}

/** SQLite does not wait by itself where two connections change a new file to WAL at once. */
const changeToWal = (database: DatabaseSync, until: number) => {
  while (true)
    try {
      return database.exec('PRAGMA journal_mode = WAL')
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
}

const makeDurable = (database: DatabaseSync, readOnly: boolean, busyTimeout: number) => {
  if (!readOnly && pragma(database, 'journal_mode') !== 'wal') changeToWal(database, Date.now() + busyTimeout)
  database.exec('PRAGMA synchronous = FULL')
  // What was set is read back: a build or a file system that does not keep it must not pass for durable.
  if (pragma(database, 'journal_mode') !== 'wal') throw new Error('the SQLite file is not in WAL mode')
  if (pragma(database, 'synchronous') !== 2) throw new Error('the SQLite connection does not keep synchronous=FULL')
  if (readOnly) return
  database.exec('PRAGMA journal_size_limit = 67108864')
  // A checkpoint writes each page once, however often the log has it: a log of 16 MiB spares most writes of the index.
  database.exec('PRAGMA wal_autocheckpoint = 4000')
}

/** Opens a file in WAL mode with `synchronous=FULL`, both read back; throws where they do not hold. */
export const openSqlite = ({ file, readOnly = false, busyTimeout = 5_000 }: SqliteOptions): SqliteConnection => {
  const database = new DatabaseSync(file, { readOnly, timeout: busyTimeout })
  try {
    makeDurable(database, readOnly, busyTimeout)
  } catch (error) {
    database.close()
    throw error
  }
  const { statement, arrays } = preparedStatements(database)
  return {
    database,
    statement,
    arrays,
    immediately: (work) => {
      statement('BEGIN IMMEDIATE').run()
      try {
        const result = work()
        statement('COMMIT').run()
        return result
      } catch (error) {
        // A full disk may have rolled back already.
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
