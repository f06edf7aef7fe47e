import { existsSync } from 'node:fs'
import { advice, type Finding, fault, good, reasonOf, skewOf } from '@hub/runtime/finding.ts'
import { openPersonKeys, type PersonKeysPlace } from './open-person-keys.ts'

const durable: Record<string, string> = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** The server itself, before anything of the hub's is looked for. */
const examinePostgres = async (url: string): Promise<{ findings: Finding[]; holdsKeys: boolean }> => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const before = Date.now()
    const { rows } = await client.query<{ version: string; now: number; kept: string | null }>(
      `SELECT current_setting('server_version') AS version,
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now, to_regclass('person_keys') AS kept`,
    )
    const after = Date.now()
    const { version, now, kept } = rows[0]!
    const settings = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [Object.keys(durable)],
    )
    const findings = [
      good(`answers; PostgreSQL ${version}`),
      skewOf(now, before, after),
      ...settings.rows
        .filter(
          ({ name, setting }) =>
            setting !== durable[name] && !(name === 'synchronous_commit' && setting.startsWith('remote')),
        )
        .map(({ name, setting }) =>
          fault(
            `${name} is ${setting}: a key that was acknowledged may be lost, and all that is sealed with it`,
            `ALTER SYSTEM SET ${name} = ${durable[name]}; SELECT pg_reload_conf()`,
          ),
        ),
      ...(kept === null ? [advice('it holds no tables of the hub yet', 'the first start makes them')] : []),
    ]
    return { findings, holdsKeys: kept !== null }
  } catch (error) {
    return {
      findings: [fault(`does not answer: ${reasonOf(error)}`, 'check KEYS_URL, and that it runs')],
      holdsKeys: false,
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether what is kept opens under the master keys, and whether a rotation waits to be ended. */
const examineKept = async (place: PersonKeysPlace): Promise<Finding[]> => {
  try {
    const keys = await openPersonKeys(place)
    try {
      const waiting = await keys.waiting()
      return [
        good(`opens under version ${await keys.masterVersion()} of the master key`),
        ...(waiting > 0
          ? [advice(`${waiting} keys are still wrapped under an older version`, 'end the rotation: `hub keys rotate`')]
          : []),
      ]
    } finally {
      await keys.close()
    }
  } catch (error) {
    return [fault(`can't be opened: ${reasonOf(error)}`, 'bring back the master keys that belong to it')]
  }
}

/** Looks at where the persons' keys are. */
export const examinePersonKeys = async (place: PersonKeysPlace): Promise<Finding[]> => {
  if ('file' in place)
    return existsSync(place.file)
      ? examineKept(place)
      : [advice('there are no keys yet', 'the first start makes the file')]
  const { findings, holdsKeys } = await examinePostgres(place.url)
  // Where the server does not answer or holds nothing, opening would wait or make tables.
  return !holdsKeys || findings.some(({ level }) => level === 'fault')
    ? findings
    : [...findings, ...(await examineKept(place))]
}
