import type { Pool } from 'pg'
import { destroyedBytes, type WrappedKey } from './wrapped-keys.ts'

export type KeptKey = WrappedKey & { destroyed: boolean }

const columns = 'person, version, master, wrapped, destroyed'
const current = '(SELECT max(version) FROM person_key_masters)'

/** Columns of several keys, for `unnest`. Sorted, so that two calls lock rows in the same order and can't deadlock. */
const columnsOf = (keys: readonly WrappedKey[]) => {
  const sorted = keys.toSorted((one, other) => (one.person < other.person ? -1 : 1))
  return [
    sorted.map(({ person }) => person),
    sorted.map(({ version }) => version),
    sorted.map(({ master }) => master),
    sorted.map(({ wrapped }) => Buffer.from(wrapped)),
  ]
}

/** The statements over the tables of persons' keys. */
export const postgresKeyTable = (pool: Pool) => ({
  get: async (persons: readonly string[]): Promise<KeptKey[]> => {
    const { rows } = await pool.query<KeptKey>({
      name: 'keys-get',
      text: `SELECT ${columns} FROM person_keys WHERE person = ANY($1::text[])`,
      values: [persons],
    })
    return rows
  },
  /**
   * Inserts what is not there yet, unless a newer master key has been taken up: then nothing. `takeUp` waits for
   * inserts under way, so that none comes after it with the older one.
   */
  insert: async (keys: readonly WrappedKey[]): Promise<void> => {
    await pool.query({
      name: 'keys-insert',
      text: `INSERT INTO person_keys (person, version, master, wrapped)
             SELECT * FROM unnest($1::text[], $2::smallint[], $3::smallint[], $4::bytea[]) AS new (person, version, master, wrapped)
             WHERE new.master = ${current}
             ON CONFLICT (person) DO NOTHING`,
      values: columnsOf(keys),
    })
  },
  erase: async (person: string, version: number): Promise<void> => {
    await pool.query(
      `INSERT INTO person_keys (person, version, master, wrapped, destroyed) VALUES ($1, $2, 0, $3, true)
       ON CONFLICT (person) DO UPDATE SET master = 0, wrapped = excluded.wrapped, destroyed = true`,
      [person, version, Buffer.alloc(destroyedBytes)],
    )
    await pool.query('VACUUM person_keys')
  },
  older: async (most: number): Promise<KeptKey[]> => {
    const { rows } = await pool.query<KeptKey>(
      `SELECT ${columns} FROM person_keys WHERE master < ${current} AND NOT destroyed ORDER BY person LIMIT $1`,
      [most],
    )
    return rows
  },
  /** Writes keys under another master key, where they are still as they were read. */
  rewrap: async (keys: readonly WrappedKey[]): Promise<void> => {
    await pool.query(
      `UPDATE person_keys AS kept SET master = new.master, wrapped = new.wrapped
       FROM unnest($1::text[], $2::smallint[], $3::smallint[], $4::bytea[]) AS new (person, version, master, wrapped)
       WHERE kept.person = new.person AND kept.version = new.version AND kept.master < new.master AND NOT kept.destroyed`,
      columnsOf(keys),
    )
  },
  countOlder: async (): Promise<number> => {
    const { rows } = await pool.query<{ n: string }>(
      `SELECT count(*) AS n FROM person_keys WHERE master < ${current} AND NOT destroyed`,
    )
    return Number(rows[0]!.n)
  },
  masters: async (): Promise<{ version: number; probe: Uint8Array }[]> => {
    const { rows } = await pool.query('SELECT version, probe FROM person_key_masters ORDER BY version')
    return rows
  },
  /** The first version of the master key, where none is there: nothing is under way that a lock would have to wait for. */
  addFirstMaster: async (version: number, probe: Uint8Array): Promise<void> => {
    await pool.query(
      `INSERT INTO person_key_masters SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM person_key_masters)
       ON CONFLICT DO NOTHING`,
      [version, Buffer.from(probe)],
    )
  },
  addMaster: async (version: number, probe: Uint8Array): Promise<void> => {
    // Sent as one text: the server makes one transaction of it.
    await pool.query(`LOCK TABLE person_key_masters IN ACCESS EXCLUSIVE MODE;
      INSERT INTO person_key_masters VALUES (${Number(version)}, '\\x${Buffer.from(probe).toString('hex')}')
      ON CONFLICT DO NOTHING`)
  },
  dropMastersBefore: async (version: number): Promise<void> => {
    await pool.query('DELETE FROM person_key_masters WHERE version < $1', [version])
    await pool.query('VACUUM person_keys')
  },
})
