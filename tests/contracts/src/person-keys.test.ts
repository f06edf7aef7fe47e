import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { oneMasterKey } from '@hub/keys/master-keys.ts'
import { KeysUnavailable } from '@hub/keys/person-keys.ts'
import { openPostgresPersonKeys } from '@hub/keys/postgres-person-keys.ts'
import { startPostgres } from '@hub/local/postgres.ts'
import { realEngine } from '@hub/local/real-engine.fixture.ts'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { freshFolder } from './embedded-adapters.ts'
import { personKeysContract } from './person-keys.contract.ts'

personKeysContract('the embedded adapter', async () => {
  const { place, remove } = await freshFolder()
  return {
    open: async (masterKey) => openEmbeddedPersonKeys({ file: join(place, 'keys.db'), masterKey }),
    bytes: async () => Buffer.concat(readdirSync(place).map((name) => readFileSync(join(place, name)))),
    end: remove,
  }
})

const { url: server, missing } = await realEngine('postgres')
const freshDatabase = async () => {
  const name = `hub_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(server!)
  url.pathname = `/${name}`
  return url.href
}

const master = oneMasterKey(new Uint8Array(32).fill(7))

personKeysContract(
  'PostgreSQL',
  async () => {
    const url = await freshDatabase()
    return {
      open: (masterKey) => openPostgresPersonKeys({ url, masterKey, rememberMs: 200 }),
      bytes: async () => {
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        const { rows } = await client.query<{ text: Buffer }>(
          `SELECT convert_to(person, 'UTF8') || wrapped AS text FROM person_keys`,
        )
        await client.end()
        return Buffer.concat(rows.map(({ text }) => text))
      },
      end: async () => undefined,
    }
  },
  missing,
)

describe.skipIf(missing !== undefined)('PostgreSQL', () => {
  it('makes its tables once, when several processes start on an empty database', async () => {
    const url = await freshDatabase()
    const all = await Promise.all([1, 2, 3, 4].map(() => openPostgresPersonKeys({ url, masterKey: master })))
    const keys = await Promise.all(all.map((one) => one.ensure(['1a'])))
    for (const one of keys) expect(one).toEqual(keys[0])
    for (const one of all) await one.close()
  })

  it('refuses tables of a newer hub', async () => {
    const url = await freshDatabase()
    await (await openPostgresPersonKeys({ url, masterKey: master })).close()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('INSERT INTO person_keys_migrations VALUES (999)')
    await client.end()
    await expect(openPostgresPersonKeys({ url, masterKey: master })).rejects.toThrow(/install the newer hub/)
  })

  it('says that keys are unavailable where nothing listens, in bounded time, and tells no password', async () => {
    const error = await openPostgresPersonKeys({
      url: 'postgres://hub:hush@127.0.0.1:1/keys',
      masterKey: master,
      patienceMs: 500,
    }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(KeysUnavailable)
    expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain('hush')
  })

  it('goes on after the server was away, and says so meanwhile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-keys-postgres-'))
    chmodSync(folder, 0o711)
    const first = await startPostgres({ folder: join(folder, 'postgres') })
    const { url } = first
    const keys = await openPostgresPersonKeys({ url, masterKey: master, rememberMs: 0, patienceMs: 1_000 })
    const before = await keys.ensure(['1a', '1b'])
    await first.stop()
    await expect(keys.ensure(['1a', '1c'])).rejects.toThrow(KeysUnavailable)
    await expect(keys.find(['1a'])).rejects.toThrow(KeysUnavailable)
    const again = await startPostgres({ folder: join(folder, 'postgres'), port: Number(new URL(url).port) })
    expect(await keys.find(['1a', '1b'])).toEqual(before)
    expect((await keys.ensure(['1c'])).size).toBe(1)
    await keys.close()
    await again.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('does not wait for ever for a connection that others hold', async () => {
    const url = await freshDatabase()
    const keys = await openPostgresPersonKeys({ url, masterKey: master, rememberMs: 0, patienceMs: 300 })
    await keys.ensure(['1a'])
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('BEGIN; LOCK TABLE person_keys IN ACCESS EXCLUSIVE MODE')
    await expect(keys.find(['1a'])).rejects.toThrow(KeysUnavailable)
    await client.query('ROLLBACK')
    await client.end()
    expect((await keys.find(['1a'])).size).toBe(1)
    await keys.close()
  })
})
