import type { Pool } from 'pg'

/** What each version of the tables adds, in order; one that has been released is never changed. */
const migrations = [
  `CREATE TABLE person_keys (
     person text PRIMARY KEY,
     version smallint NOT NULL,
     master smallint NOT NULL,
     wrapped bytea NOT NULL,
     destroyed boolean NOT NULL DEFAULT false
   );
   CREATE INDEX person_keys_by_master ON person_keys (master) WHERE NOT destroyed;
   CREATE TABLE person_key_masters (version smallint PRIMARY KEY, probe bytea NOT NULL)`,
]

/** Any number, the same for every process of a hub: who holds this lock migrates. */
const migrationLock = 430_300_021

/** The tables are those of a newer hub. */
export class KeyTablesNewer extends Error {
  override name = 'KeyTablesNewer'
}

/** Brings the tables of persons' keys up to this version; of several processes that start at once one does it. */
export const migrate = async (pool: Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
    await client.query('CREATE TABLE IF NOT EXISTS person_keys_migrations (version integer PRIMARY KEY)')
    const { rows } = await client.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM person_keys_migrations',
    )
    const there = rows[0]!.version
    if (there > migrations.length)
      throw new KeyTablesNewer(
        `the tables of persons' keys have version ${there}, this hub knows ${migrations.length}: install the newer hub`,
      )
    for (const [index, migration] of migrations.entries()) {
      if (index < there) continue
      await client.query(migration)
      await client.query('INSERT INTO person_keys_migrations VALUES ($1)', [index + 1])
    }
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // The server rolls back with the connection.
    client.release(true)
    throw error
  }
}
