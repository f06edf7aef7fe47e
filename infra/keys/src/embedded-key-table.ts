import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openSqlite, type SqliteConnection } from '@hub/sqlite/sqlite-connection.ts'
import { KeysUnavailable } from './person-keys.ts'
import { destroyedBytes, type WrappedKey } from './wrapped-keys.ts'

const tables = `
  CREATE TABLE IF NOT EXISTS person_keys (
    person TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    destroyed INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS master_keys (version INTEGER PRIMARY KEY, probe BLOB NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS destroyed_keys ON person_keys (destroyed) WHERE destroyed = 1;`

/** A file from before master keys had versions gets the column; what is in it is wrapped under version 1. */
const addMasterColumn = (database: DatabaseSync) => {
  const columns = database.prepare('PRAGMA table_info(person_keys)').all()
  if (!columns.some(({ name }) => name === 'master'))
    database.exec('ALTER TABLE person_keys ADD COLUMN master INTEGER NOT NULL DEFAULT 1')
  database.exec('CREATE INDEX IF NOT EXISTS keys_by_master ON person_keys (master) WHERE destroyed = 0')
}

/** Opens the file of persons' keys, made where it is missing. */
export const openKeyFile = (file: string): SqliteConnection => {
  mkdirSync(dirname(file), { recursive: true })
  const connection = openSqlite({ file })
  try {
    const { database } = connection
    // The bytes of a key that was destroyed are written over.
    database.exec('PRAGMA secure_delete = ON')
    connection.immediately(() => {
      database.exec(tables)
      addMasterColumn(database)
    })
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

export type KeptKey = WrappedKey & { destroyed: boolean }

const keptOf = (row: unknown): KeptKey => {
  const { destroyed, ...kept } = row as WrappedKey & { destroyed: number }
  return { ...kept, destroyed: destroyed === 1 }
}

/** The statements over the file of persons' keys. */
export const embeddedKeyTable = ({ database, immediately }: SqliteConnection) => {
  const select = database.prepare(
    'SELECT person, version, master, wrapped, destroyed FROM person_keys WHERE person = ?',
  )
  const insert = database.prepare(
    'INSERT OR IGNORE INTO person_keys (person, version, master, wrapped) VALUES (?, ?, ?, ?)',
  )
  const update = database.prepare('UPDATE person_keys SET wrapped = ?, master = ? WHERE person = ? AND destroyed = 0')
  const erase = database.prepare(
    `INSERT INTO person_keys (person, version, master, wrapped, destroyed) VALUES (?, ?, 0, zeroblob(${destroyedBytes}), 1)
     ON CONFLICT (person) DO UPDATE SET master = 0, wrapped = zeroblob(${destroyedBytes}), destroyed = 1`,
  )
  const older = database.prepare(
    'SELECT person, version, master, wrapped, destroyed FROM person_keys WHERE master < ? AND destroyed = 0 LIMIT ?',
  )
  const countOlder = database.prepare('SELECT count(*) AS n FROM person_keys WHERE master < ? AND destroyed = 0')
  const countDestroyed = database.prepare('SELECT count(*) AS n FROM person_keys WHERE destroyed = 1')
  const dataVersion = database.prepare('PRAGMA data_version')
  const masters = database.prepare('SELECT version, probe FROM master_keys ORDER BY version')
  const addMaster = database.prepare('INSERT OR IGNORE INTO master_keys VALUES (?, ?)')
  const dropMasters = database.prepare('DELETE FROM master_keys WHERE version < ?')
  return {
    get: (person: string) => {
      const row = select.get(person)
      return row && keptOf(row)
    },
    /** Whether it was put there: a person's key, or that it was destroyed, is never written over. */
    insert: ({ person, version, master, wrapped }: WrappedKey): boolean =>
      insert.run(person, version, master, wrapped).changes === 1,
    rewrap: ({ person, master, wrapped }: WrappedKey) => update.run(wrapped, master, person),
    erase: (person: string, version: number) => erase.run(person, version),
    older: (master: number, most: number) => older.all(master, most).map(keptOf),
    countOlder: (master: number) => Number(countOlder.get(master)!.n),
    countDestroyed: () => Number(countDestroyed.get()!.n),
    /** Another number after another connection has written. */
    dataVersion: () => Number(dataVersion.get()!.data_version),
    masters: () => masters.all() as { version: number; probe: Uint8Array }[],
    addMaster: (version: number, probe: Uint8Array) => addMaster.run(version, probe),
    dropMastersBefore: (version: number) => dropMasters.run(version),
    /** The old bytes must not stay behind in the write-ahead log. */
    emptyLog: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    inTransaction: <Result>(work: () => Result): Result => {
      try {
        return immediately(work)
      } catch (cause) {
        if (cause instanceof KeysUnavailable) throw cause
        throw new KeysUnavailable("persons' keys could not be written", { cause })
      }
    },
  }
}
