import type { PersonKey } from '@hub/sealing/person-key.ts'
import pg from 'pg'
import { keyCache } from './key-cache.ts'
import { type MasterKeys, oneMasterKey } from './master-keys.ts'
import { type KeptPersonKeys, KeysUnavailable } from './person-keys.ts'
import { type KeptKey, postgresKeyTable } from './postgres-key-table.ts'
import { isForbidden, migrate } from './postgres-migrations.ts'
import { checkProbe, keyVersion, newWrapped, openWrapped, probeOf, rewrapped } from './wrapped-keys.ts'

export type PostgresPersonKeysOptions = {
  url: string
  /** 32 bytes, or several by version. */
  masterKey: Uint8Array | MasterKeys
  /** Most connections at once; default 10. */
  connections?: number
  /** Longest wait for a connection and for an answer, ms; default 5,000. */
  patienceMs?: number
  /**
   * How long an opened key is remembered, ms; default 60,000. A key that another process has destroyed stays usable
   * here for so long.
   */
  rememberMs?: number
}

/** Classes of SQLSTATE that are transient, or that an administrator of the server must mend. */
const unavailable = new Set(['08', '25', '28', '3D', '40', '53', '54', '55', '57', '58'])

/** What the driver says without a SQLSTATE is about the connection: gone, refused, timed out. */
const isUnavailable = (error: unknown) => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return !/^[0-9A-Z]{5}$/.test(code) || unavailable.has(code.slice(0, 2))
}

/** Errors of PostgreSQL become the port's once, here. */
const translated = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof KeysUnavailable || cause instanceof RangeError) throw cause
    const fromDriver = cause instanceof pg.DatabaseError || cause.name === 'Error' || cause.name === 'AggregateError'
    if (fromDriver && isUnavailable(cause))
      throw new KeysUnavailable("the persons' keys can't be reached now", { cause })
    throw cause
  }
}

const openPool = ({ url, connections = 10, patienceMs = 5_000 }: PostgresPersonKeysOptions) => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
    keepAlive: true,
    application_name: 'veterans-hub',
    // An idle pool must not keep a process from ending.
    allowExitOnIdle: true,
  })
  // A connection that breaks while idle is taken out of the pool; the next call opens another one, or says so.
  pool.on('error', () => undefined)
  return pool
}

/** How often making keys is tried again because the master key was changed meanwhile. */
const mostRounds = 5

/**
 * Person keys in PostgreSQL, wrapped as the embedded ones are; its tables are made and migrated here. Throws
 * `KeysUnavailable` where it does not answer, or its keys do not open under the master key.
 */
export const openPostgresPersonKeys = async (options: PostgresPersonKeysOptions): Promise<KeptPersonKeys> => {
  const { masterKey, rememberMs = 60_000 } = options
  const masters = masterKey instanceof Uint8Array ? oneMasterKey(masterKey) : masterKey
  const pool = openPool(options)
  const table = postgresKeyTable(pool)
  const cache = keyCache({ forMs: rememberMs })
  const current = async () => (await table.masters()).at(-1)!.version

  /** A login that only reads meets a database in which nobody has made a key yet, and waits for whoever does. */
  const addFirstMaster = async () => {
    try {
      await table.addFirstMaster(masters.newest(), probeOf(masters, masters.newest()))
    } catch (error) {
      if (!isForbidden(error)) throw error
    }
  }
  const checkMasters = async () => {
    await migrate(pool)
    if ((await table.masters()).length === 0) await addFirstMaster()
    for (const { version, probe } of await table.masters()) checkProbe(masters, version, probe)
  }
  try {
    await translated(checkMasters)
  } catch (error) {
    await pool.end()
    throw error
  }

  const open = (kept: KeptKey): PersonKey => {
    const key = openWrapped(masters, kept)
    cache.set(kept.person, key)
    return key
  }
  /** The keys that are there, and the persons without any row. */
  const read = async (personIds: readonly string[]) => {
    const wanted = [...new Set(personIds)]
    const keys = new Map<string, PersonKey>()
    const unread = wanted.filter((person) => {
      const cached = cache.get(person)
      if (cached) keys.set(person, cached)
      return cached === undefined
    })
    const kept = unread.length === 0 ? [] : await table.get(unread)
    for (const one of kept) if (!one.destroyed) keys.set(one.person, open(one))
    const known = new Set(kept.map(({ person }) => person))
    return { keys, missing: unread.filter((person) => !known.has(person)) }
  }
  /** In the order in which they were asked for, as the embedded one answers. */
  const inOrder = (personIds: readonly string[], keys: ReadonlyMap<string, PersonKey>) =>
    new Map(
      [...new Set(personIds)].flatMap((person) => (keys.has(person) ? [[person, keys.get(person)!] as const] : [])),
    )

  const make = async (persons: readonly string[]) => {
    const master = await current()
    await table.insert(persons.map((person) => newWrapped(masters, master, person)))
  }

  return {
    ensure: (personIds) =>
      translated(async () => {
        for (let round = 0; round < mostRounds; round++) {
          const { keys, missing } = await read(personIds)
          if (missing.length === 0) return inOrder(personIds, keys)
          await make(missing)
        }
        throw new KeysUnavailable('the master key keeps changing')
      }),
    unseen: (personIds) => translated(async () => (await read(personIds)).missing),
    find: (personIds) => translated(async () => inOrder(personIds, (await read(personIds)).keys)),
    destroy: (personId) =>
      translated(async () => {
        await table.erase(personId, keyVersion)
        cache.delete(personId)
      }),
    masterVersion: () => translated(current),
    takeUp: (version) =>
      translated(async () => {
        const inUse = await current()
        if (version < inUse) throw new RangeError(`version ${inUse} of the master key is in use already`)
        await table.addMaster(version, probeOf(masters, version))
      }),
    waiting: () => translated(() => table.countOlder()),
    rewrapSome: (most) =>
      translated(async () => {
        const master = await current()
        const kept = await table.older(most)
        await table.rewrap(kept.map((one) => rewrapped(masters, master, one)))
        return kept.length
      }),
    dropOlder: () =>
      translated(async () => {
        const master = await current()
        if ((await table.countOlder()) > 0)
          throw new KeysUnavailable('keys are still wrapped under an older master key')
        await table.dropMastersBefore(master)
      }),
    close: async () => {
      cache.clear()
      await pool.end()
    },
  }
}
