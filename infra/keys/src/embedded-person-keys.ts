import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { unwrapKey, wrapKey } from './key-wrapping.ts'
import { KeysUnavailable, type PersonKey, type PersonKeys } from './person-keys.ts'

const keyVersion = 1
const cachedPersons = 20_000

/** Keys in a file of this machine; `destroy` erases a person for good. */
export type EmbeddedPersonKeys = PersonKeys & {
  /** Overwrites the person's key; it is never made again. */
  destroy(personId: string): Promise<void>
}

type Row = { version: number; wrapped: Uint8Array; destroyed: number }

const openFile = (file: string): DatabaseSync => {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS person_keys (
      person TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      wrapped BLOB NOT NULL,
      destroyed INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID, STRICT`)
  const { synchronous } = database.prepare('PRAGMA synchronous').get() as { synchronous: number }
  if (synchronous !== 2) throw new KeysUnavailable('the key file is not written with synchronous=FULL')
  return database
}

const otherMasterKey = (cause: unknown) =>
  new KeysUnavailable('a person key does not open under this master key; check the master key file', { cause })

/** Under another master key nothing could be read, and new persons' keys would be wrapped under it beside the old ones. */
const assertMasterKey = (database: DatabaseSync, masterKey: Uint8Array) => {
  const row = database.prepare('SELECT person, version, wrapped FROM person_keys WHERE destroyed = 0 LIMIT 1').get() as
    | (Row & { person: string })
    | undefined
  if (!row) return
  try {
    unwrapKey(masterKey, row.person, row.version, row.wrapped)
  } catch (cause) {
    throw otherMasterKey(cause)
  }
}

/**
 * Person keys in SQLite, wrapped under the master key (32 bytes). Throws `KeysUnavailable` where the file's keys do not
 * open under it.
 */
export const openEmbeddedPersonKeys = (options: { file: string; masterKey: Uint8Array }): EmbeddedPersonKeys => {
  const { file, masterKey } = options
  if (masterKey.length !== 32) throw new RangeError('the master key has 32 bytes')
  const database = openFile(file)
  try {
    assertMasterKey(database, masterKey)
  } catch (error) {
    database.close()
    throw error
  }
  const select = database.prepare('SELECT version, wrapped, destroyed FROM person_keys WHERE person = ?')
  const insert = database.prepare('INSERT OR IGNORE INTO person_keys (person, version, wrapped) VALUES (?, ?, ?)')
  const erase = database.prepare(
    'INSERT INTO person_keys (person, version, wrapped, destroyed) VALUES (?, ?, zeroblob(60), 1) ON CONFLICT (person) DO UPDATE SET wrapped = zeroblob(60), destroyed = 1',
  )
  // A Map keeps insertion order: the first entry is the one unused for longest.
  const cache = new Map<string, PersonKey>()

  const remember = (person: string, key: PersonKey): PersonKey => {
    cache.delete(person)
    cache.set(person, key)
    if (cache.size > cachedPersons) cache.delete(cache.keys().next().value!)
    return key
  }
  const read = (person: string): PersonKey | 'destroyed' | undefined => {
    const cached = cache.get(person)
    if (cached) return remember(person, cached)
    const row = select.get(person) as Row | undefined
    if (!row) return undefined
    if (row.destroyed) return 'destroyed'
    try {
      const key = unwrapKey(masterKey, person, row.version, row.wrapped)
      return remember(person, { version: row.version, key })
    } catch (cause) {
      throw otherMasterKey(cause)
    }
  }
  const readAll = (personIds: readonly string[]) => {
    const found = new Map<string, PersonKey>()
    for (const person of new Set(personIds)) {
      const key = read(person)
      if (key && key !== 'destroyed') found.set(person, key)
    }
    return found
  }
  const inTransaction = (work: () => void) => {
    try {
      database.exec('BEGIN IMMEDIATE')
      work()
      database.exec('COMMIT')
    } catch (cause) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw new KeysUnavailable('person keys could not be written', { cause })
    }
  }

  return {
    ensure: async (personIds) => {
      const missing = [...new Set(personIds)].filter((person) => read(person) === undefined)
      if (missing.length > 0)
        inTransaction(() => {
          for (const person of missing)
            insert.run(person, keyVersion, wrapKey(masterKey, person, keyVersion, randomBytes(32)))
        })
      return readAll(personIds)
    },
    find: async (personIds) => readAll(personIds),
    destroy: async (personId) => {
      inTransaction(() => erase.run(personId, keyVersion))
      cache.delete(personId)
      // The old bytes must not stay behind in the write-ahead log.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    close: async () => {
      cache.clear()
      database.close()
    },
  }
}
