import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedPersonKeys } from './embedded-person-keys.ts'
import { KeyFileUnusable, loadOrCreateKeyFile } from './key-files.ts'
import { KeysUnavailable } from './person-keys.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const masterKey = new Uint8Array(32).fill(7)
const open = (key = masterKey) => openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: key })

describe('embedded person keys', () => {
  it('makes a key once and gives the same one after opening again', async () => {
    const first = open()
    const made = await first.ensure(['1a', '1b', '1a'])
    expect([...made.keys()]).toEqual(['1a', '1b'])
    expect(made.get('1a')!.key).not.toEqual(made.get('1b')!.key)
    await first.close()
    const second = open()
    expect(await second.find(['1a', '1c'])).toEqual(new Map([['1a', made.get('1a')!]]))
    expect((await second.ensure(['1a'])).get('1a')).toEqual(made.get('1a'))
    await second.close()
  })

  it('agrees with another connection that makes the key at the same time', async () => {
    const [one, two] = [open(), open()]
    const [a, b] = await Promise.all([one.ensure(['1a']), two.ensure(['1a'])])
    expect(a).toEqual(b)
    await Promise.all([one.close(), two.close()])
  })

  it('never makes a destroyed key again', async () => {
    const keys = open()
    await keys.ensure(['1a', '1b'])
    await keys.destroy('1a')
    expect([...(await keys.ensure(['1a', '1b'])).keys()]).toEqual(['1b'])
    expect((await keys.find(['1a'])).size).toBe(0)
    await keys.close()
  })

  it('does not open under another master key, and says what to check', async () => {
    const keys = open()
    await keys.ensure(['1a', '1b'])
    await keys.destroy('1a')
    await keys.close()
    const other = new Uint8Array(32).fill(8)
    expect(() => open(other)).toThrow(KeysUnavailable)
    expect(() => open(other)).toThrow(/check the master key file/)
    const again = open()
    expect((await again.find(['1a', '1b'])).size).toBe(1)
    await again.close()
  })

  it('keeps no key in the open', async () => {
    const keys = open()
    const { key } = (await keys.ensure(['1a'])).get('1a')!
    await keys.close()
    expect(readFileSync(join(folder, 'keys.db')).includes(Buffer.from(key))).toBe(false)
  })
})

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
