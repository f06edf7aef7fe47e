import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRunning } from './engine-process.ts'
import { startPostgres } from './postgres.ts'
import { missingEngine } from './real-engine.fixture.ts'

const asked = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const reason = await missingEngine('postgres')

describe.skipIf(reason !== undefined)(`a PostgreSQL of this machine${reason ? ` (${reason})` : ''}`, () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-postgres-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('starts in a folder that is nobody else’s, keeps what was committed over a restart, and is gone when it is stopped', async () => {
    const first = await startPostgres({ folder: join(folder, 'postgres') })
    await asked(first.url, 'CREATE TABLE one (n integer); INSERT INTO one VALUES (41)')
    await first.stop()
    expect(isRunning(first.pid)).toBe(false)
    const second = await startPostgres({ folder: join(folder, 'postgres') })
    expect(await asked(second.url, 'SELECT n FROM one')).toEqual([{ n: 41 }])
    await second.stop()
    expect(isRunning(second.pid)).toBe(false)
  })

  it('lets nobody in without its password', async () => {
    const { url, stop } = await startPostgres({ folder: join(folder, 'postgres') })
    const wrong = new URL(url)
    wrong.password = 'another'
    await expect(asked(wrong.href, 'SELECT 1')).rejects.toThrow(/password/)
    await stop()
  })
})
