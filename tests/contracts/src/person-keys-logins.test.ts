import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { oneMasterKey } from '@hub/keys/master-keys.ts'
import type { KeptPersonKeys } from '@hub/keys/person-keys.ts'
import { KeyTablesNotMade } from '@hub/keys/postgres-migrations.ts'
import { openPostgresPersonKeys } from '@hub/keys/postgres-person-keys.ts'
import { realEngine } from '@hub/local/real-engine.fixture.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const { url: server, missing } = await realEngine('postgres')
const masterKey = oneMasterKey(new Uint8Array(32).fill(7))
const grants = readFileSync(fileURLToPath(new URL('../../../infra/deploy/person-keys.sql', import.meta.url)), 'utf8')

const asked = async (url: string, ...statements: readonly string[]) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

const freshDatabase = async () => {
  const name = `hub_${randomUUID().replaceAll('-', '')}`
  await asked(server!, `CREATE DATABASE ${name}`)
  const url = new URL(server!)
  url.pathname = `/${name}`
  return url
}

/** A login of a kind, as `make-secrets.sh` has it made. */
const loginOf = async (database: URL, kind: 'intake' | 'gateway') => {
  const name = `hub_${kind}_${randomUUID().replaceAll('-', '')}`
  await asked(server!, `CREATE ROLE ${name} LOGIN PASSWORD 'secret' IN ROLE hub_keys_${kind}`)
  const url = new URL(database)
  url.username = name
  url.password = 'secret'
  return url.href
}

const openAt = (url: string) => openPostgresPersonKeys({ url, masterKey, rememberMs: 0 })

describe.skipIf(missing !== undefined)("the logins of the persons' keys", () => {
  let owner: URL
  let intake: KeptPersonKeys
  let gateway: KeptPersonKeys
  let [intakeUrl, gatewayUrl] = ['', '']
  beforeAll(async () => {
    owner = await freshDatabase()
    await asked(owner.href, grants)
    intakeUrl = await loginOf(owner, 'intake')
    gatewayUrl = await loginOf(owner, 'gateway')
    // The gateway comes first: nobody has made a key yet.
    gateway = await openAt(gatewayUrl)
    intake = await openAt(intakeUrl)
  })
  afterAll(async () => {
    await gateway.close()
    await intake.close()
  })

  it('let an intake make keys, and a gateway open them', async () => {
    const made = await intake.ensure(['1a', '1b'])
    expect(await gateway.find(['1a', '1b', '1c'])).toEqual(made)
    expect(await intake.ensure(['1a'])).toEqual(new Map([['1a', made.get('1a')]]))
  })

  it('let a gateway make, change and destroy nothing', async () => {
    await intake.ensure(['1d'])
    const forbidden = /permission denied/
    await expect(gateway.ensure(['1new'])).rejects.toThrow(forbidden)
    await expect(gateway.destroy('1d')).rejects.toThrow(forbidden)
    await expect(gateway.takeUp(2)).rejects.toThrow()
    for (const statement of [
      "INSERT INTO person_keys VALUES ('1x', 1, 1, '')",
      "UPDATE person_keys SET destroyed = true WHERE person = '1d'",
      'DELETE FROM person_keys',
      'TRUNCATE person_keys',
      "INSERT INTO person_key_masters VALUES (9, '')",
      'DROP TABLE person_keys',
      'CREATE TABLE other (a int)',
    ])
      await expect(asked(gatewayUrl, statement), statement).rejects.toThrow(/permission denied|must be owner/)
    expect((await gateway.find(['1d'])).size).toBe(1)
  })

  it('let an intake destroy and change nothing that is there', async () => {
    await intake.ensure(['1e'])
    await expect(intake.destroy('1e')).rejects.toThrow(/permission denied/)
    for (const statement of [
      "UPDATE person_keys SET wrapped = '' WHERE person = '1e'",
      'DELETE FROM person_keys',
      'DELETE FROM person_key_masters',
      'TRUNCATE person_keys',
    ])
      await expect(asked(intakeUrl, statement), statement).rejects.toThrow(/permission denied/)
    expect((await intake.find(['1e'])).size).toBe(1)
  })

  it('leave erasing to the owner, whose login the command has', async () => {
    await intake.ensure(['1f'])
    const command = await openAt(owner.href)
    await command.destroy('1f')
    await command.close()
    expect((await gateway.find(['1f'])).size).toBe(0)
    expect((await intake.ensure(['1f'])).size).toBe(0)
  })

  it('say what to run where the tables are not made', async () => {
    const empty = await freshDatabase()
    await expect(openAt(await loginOf(empty, 'intake'))).rejects.toThrow(KeyTablesNotMade)
  })

  it('have the tables that the hub makes itself, by a file that may be run again', async () => {
    await asked(owner.href, grants)
    const own = await freshDatabase()
    await (await openAt(own.href)).close()
    const shape = `
      SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY 1, 2`
    const indexes = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
    const versions = 'SELECT version FROM person_keys_migrations'
    for (const question of [shape, indexes, versions])
      expect(await asked(owner.href, question)).toEqual(await asked(own.href, question))
  })
})
