import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedPersonKeys } from './embedded-person-keys.ts'
import { KeyFileUnusable, loadOrCreateKeyFile } from './key-files.ts'
import { wrapKey } from './key-wrapping.ts'
import { addMasterKey, openMasterKeys, parseMasterKeys } from './master-keys.ts'
import { rotateMasterKey } from './rotate.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a key file', () => {
  it('is made once, for its owner only', () => {
    const path = join(folder, 'secrets', 'hub.key')
    const key = loadOrCreateKeyFile(path)
    expect(key).toHaveLength(32)
    expect(loadOrCreateKeyFile(path)).toEqual(key)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('is never written over when it holds something else', () => {
    const path = join(folder, 'hub.key')
    writeFileSync(path, 'short')
    expect(() => loadOrCreateKeyFile(path)).toThrow(KeyFileUnusable)
    expect(readFileSync(path, 'utf8')).toBe('short')
  })
})

describe('master keys', () => {
  const [one, two] = ['a1'.repeat(32), 'b2'.repeat(32)]

  it('stand one a line or with commas between; a key alone is version 1', () => {
    expect([...parseMasterKeys(`${one}\n`)!.keys()]).toEqual([1])
    expect([...parseMasterKeys(`1:${one},2:${two}`)!.keys()]).toEqual([1, 2])
    expect(parseMasterKeys(`7:${one}\n`)!.get(7)).toEqual(Buffer.from(one, 'hex'))
    for (const wrong of ['', 'x', `${one}0`, `1:${one},1:${two}`, `0:${one}`, `99999:${one}`, `${one}\n${two}`])
      expect(parseMasterKeys(wrong)).toBeUndefined()
  })

  it('that are no keys are refused without being told', () => {
    expect(() => openMasterKeys({ text: `hush-${one}` })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hush') }),
    )
  })

  it('that a running process does not know yet are read from the file again', async () => {
    const path = join(folder, 'master.key')
    loadOrCreateKeyFile(path)
    const file = join(folder, 'keys.db')
    const running = openEmbeddedPersonKeys({ file, masterKey: openMasterKeys({ file: path }) })
    const made = await running.ensure(['1a'])
    const version = addMasterKey(path)
    expect(version).toBe(2)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const rotating = openEmbeddedPersonKeys({ file, masterKey: openMasterKeys({ file: path }) })
    expect(await rotateMasterKey(rotating, version)).toBe(1)
    const more = await running.ensure(['1a', '1b'])
    expect(more.get('1a')).toEqual(made.get('1a'))
    expect((await rotating.find(['1b'])).get('1b')).toEqual(more.get('1b'))
    await running.close()
    await rotating.close()
  })
})

it('keys from before master keys had versions open as they did', async () => {
  const file = join(folder, 'keys.db')
  const [master, key] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(5)]
  const older = new DatabaseSync(file)
  older.exec(`CREATE TABLE person_keys (person TEXT PRIMARY KEY, version INTEGER NOT NULL, wrapped BLOB NOT NULL,
    destroyed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID, STRICT`)
  older
    .prepare('INSERT INTO person_keys (person, version, wrapped) VALUES (?, 1, ?)')
    .run('1a', wrapKey(master, '1a', 1, key))
  older.close()
  expect(() => openEmbeddedPersonKeys({ file, masterKey: new Uint8Array(32).fill(8) })).toThrow(/check the master key/)
  const keys = openEmbeddedPersonKeys({ file, masterKey: master })
  expect(Buffer.from((await keys.find(['1a'])).get('1a')!.key)).toEqual(Buffer.from(key))
  await keys.close()
})
