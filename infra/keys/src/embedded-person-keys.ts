import { getRandomValues } from 'node:crypto'
import { groupCommit } from '@hub/runtime/group-commit.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { embeddedKeyTable, openKeyFile } from './embedded-key-table.ts'
import { keyCache } from './key-cache.ts'
import { type MasterKeys, oneMasterKey } from './master-keys.ts'
import { type KeptPersonKeys, KeysUnavailable } from './person-keys.ts'
import { checkProbe, keyVersion, newWrapped, openWrapped, probeOf, rewrapped } from './wrapped-keys.ts'

/**
 * Under another master key nothing could be read, and new persons' keys would be wrapped under it beside the old ones.
 * A file from before there were probes is checked by a key in it.
 */
const checkMasters = (table: ReturnType<typeof embeddedKeyTable>, masters: MasterKeys) =>
  table.inTransaction(() => {
    const there = table.masters()
    for (const { version, probe } of there) checkProbe(masters, version, probe)
    if (there.length > 0) return
    const [kept] = table.older(Number.MAX_SAFE_INTEGER, 1)
    if (kept) openWrapped(masters, kept)
    const version = kept?.master ?? masters.newest()
    table.addMaster(version, probeOf(masters, version))
  })

/**
 * Person keys in SQLite, wrapped under a master key: 32 bytes, or several by version. Throws `KeysUnavailable` where
 * the file's keys do not open under them.
 */
export const openEmbeddedPersonKeys = (options: {
  file: string
  masterKey: Uint8Array | MasterKeys
}): KeptPersonKeys => {
  const { masterKey } = options
  const masters = masterKey instanceof Uint8Array ? oneMasterKey(masterKey) : masterKey
  const connection = openKeyFile(options.file)
  const table = embeddedKeyTable(connection)
  try {
    checkMasters(table, masters)
  } catch (error) {
    connection.close()
    throw error
  }
  const cache = keyCache()
  const current = () => table.masters().at(-1)!.version
  let seen = { data: table.dataVersion(), destroyed: table.countDestroyed() }

  /** A key that another connection has destroyed must not live on here. */
  const noticeDestroyed = () => {
    const data = table.dataVersion()
    if (data === seen.data) return
    const destroyed = table.countDestroyed()
    if (destroyed !== seen.destroyed) cache.clear()
    seen = { data, destroyed }
  }
  const read = (person: string): PersonKey | 'destroyed' | undefined => {
    const cached = cache.get(person)
    if (cached) return cached
    const kept = table.get(person)
    if (!kept) return undefined
    if (kept.destroyed) return 'destroyed'
    const key = openWrapped(masters, kept)
    cache.set(person, key)
    return key
  }
  const readAll = (personIds: readonly string[]) => {
    noticeDestroyed()
    const found = new Map<string, PersonKey>()
    for (const person of new Set(personIds)) {
      const key = read(person)
      if (key && key !== 'destroyed') found.set(person, key)
    }
    return found
  }
  /** What was put there need not be read back; where another connection was first, its key counts. */
  const making = groupCommit<readonly string[]>((calls) => {
    const made = table.inTransaction(() => {
      const master = current()
      return [...new Set(calls.flat())]
        .map((person) => ({ person, key: getRandomValues(new Uint8Array(32)) }))
        .filter(({ person, key }) => table.insert(newWrapped(masters, master, person, key)))
    })
    for (const { person, key } of made) cache.set(person, { version: keyVersion, key })
    return []
  })

  return {
    ensure: async (personIds) => {
      noticeDestroyed()
      const missing = personIds.filter((person) => read(person) === undefined)
      if (missing.length > 0) await making.submit(missing)
      return readAll(personIds)
    },
    find: async (personIds) => readAll(personIds),
    unseen: async (personIds) => {
      noticeDestroyed()
      return [...new Set(personIds)].filter((person) => read(person) === undefined)
    },
    destroy: async (personId) => {
      table.inTransaction(() => table.erase(personId, keyVersion))
      cache.delete(personId)
      table.emptyLog()
    },
    masterVersion: async () => current(),
    takeUp: async (version) =>
      table.inTransaction(() => {
        if (version < current()) throw new RangeError(`version ${current()} of the master key is in use already`)
        table.addMaster(version, probeOf(masters, version))
      }),
    waiting: async () => table.countOlder(current()),
    rewrapSome: async (most) =>
      table.inTransaction(() => {
        const master = current()
        const kept = table.older(master, most)
        for (const one of kept) table.rewrap(rewrapped(masters, master, one))
        return kept.length
      }),
    dropOlder: async () => {
      table.inTransaction(() => {
        const master = current()
        if (table.countOlder(master) > 0) throw new KeysUnavailable('keys are still wrapped under an older master key')
        table.dropMastersBefore(master)
      })
      table.emptyLog()
    },
    close: async () => {
      making.flush()
      cache.clear()
      connection.close()
    },
  }
}
