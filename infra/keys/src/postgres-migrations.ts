import type { Pool, PoolClient } from 'pg'

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

/** The tables are not there, and the login may not make them. */
export class KeyTablesNotMade extends Error {
  override name = 'KeyTablesNotMade'
}

/** Whether PostgreSQL says that the login may not do what it tried. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501'

/** The version that the tables have; 0 where there are none. */
const versionThere = async (pool: Pick<PoolClient, 'query'>): Promise<number> => {
  const { rows: found } = await pool.query("SELECT to_regclass('person_keys_migrations') AS there")
  if (found[0]?.there === null) return 0
  const { rows } = await pool.query<{ version: number }>(
    'SELECT coalesce(max(version), 0) AS version FROM person_keys_migrations',
  )
  return rows[0]!.version
}

/** @throws {KeyTablesNewer} */
const refuseNewer = (there: number) => {
  if (there > migrations.length)
    throw new KeyTablesNewer(
      `the tables of persons' keys have version ${there}, this hub knows ${migrations.length}: install the newer hub`,
    )
}

const migrateFrom = async (client: PoolClient): Promise<void> => {
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
  await client.query('CREATE TABLE IF NOT EXISTS person_keys_migrations (version integer PRIMARY KEY)')
  const there = await versionThere(client)
  refuseNewer(there)
  for (const [index, migration] of migrations.entries()) {
    if (index < there) continue
    await client.query(migration)
    await client.query('INSERT INTO person_keys_migrations VALUES ($1)', [index + 1])
  }
  await client.query('COMMIT')
}

/**
 * Brings the tables of persons' keys up to this version; of several processes that start at once one does it. Where
 * nothing has to be done nothing is tried: most logins may not.
 * @throws {KeyTablesNewer | KeyTablesNotMade}
 */
export const migrate = async (pool: Pool): Promise<void> => {
  const there = await versionThere(pool)
  refuseNewer(there)
  if (there === migrations.length) return
  const client = await pool.connect()
  try {
    await migrateFrom(client)
    client.release()
  } catch (error) {
    // The server rolls back with the connection.
    client.release(true)
    if (isForbidden(error))
      throw new KeyTablesNotMade(
        "the tables of persons' keys are not there, or are older, and this login may not make them: run infra/deploy/person-keys.sql as the owner of the database",
        { cause: error },
      )
    throw error
  }
}
