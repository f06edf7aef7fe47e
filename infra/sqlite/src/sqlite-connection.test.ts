import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFileFault, openSqlite } from './sqlite-connection.ts'

const faultOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('a SQLite connection', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-'))
    file = join(folder, 'hub.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is in WAL mode with synchronous=FULL, to read only too', () => {
    const writer = openSqlite({ file })
    const reader = openSqlite({ file, readOnly: true })
    for (const { database } of [writer, reader]) {
      expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
      expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    }
    expect(() => reader.database.exec('CREATE TABLE other (a)')).toThrow(/readonly/)
    reader.close()
    writer.close()
    writer.close()
  })

  it('refuses a file that cannot be in WAL mode', () => {
    expect(() => openSqlite({ file: ':memory:' })).toThrow(/WAL/)
  })

  it('prepares a statement once', () => {
    const connection = openSqlite({ file })
    expect(connection.statement('SELECT 1')).toBe(connection.statement('SELECT 1'))
    connection.close()
  })

  it('rolls back when the work throws', () => {
    const connection = openSqlite({ file })
    connection.database.exec('CREATE TABLE numbers (number)')
    const work = () => {
      connection.statement('INSERT INTO numbers VALUES (1)').run()
      throw new Error('no')
    }
    expect(() => connection.immediately(work)).toThrow('no')
    expect(connection.statement('SELECT count(*) AS count FROM numbers').get()).toEqual({ count: 0 })
    connection.close()
  })

  it('tells faults of the file from faults of a statement', () => {
    const one = openSqlite({ file })
    const other = openSqlite({ file, busyTimeout: 1 })
    one.database.exec('BEGIN IMMEDIATE')
    expect(isFileFault(faultOf(() => other.immediately(() => undefined)))).toBe(true)
    expect(isFileFault(faultOf(() => other.database.exec('SELECT nothing')))).toBe(false)
    expect(isFileFault(faultOf(() => openSqlite({ file: join(folder, 'no', 'such.db') })))).toBe(true)
    other.close()
    one.close()
  })
})
