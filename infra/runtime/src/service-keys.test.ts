import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { keyedServices, keysOfService } from '@hub/schemas/format/service-keys.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readServiceKeys, ServiceKeysUnusable, serviceKeysText } from './service-keys.ts'

const hubKeys = deriveHubKeys(new Uint8Array(32).fill(1))
let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-keys-'))
  file = join(folder, 'finance.keys')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe("a service's file of keys", () => {
  it.each(keyedServices)('gives %s back what was issued', (service) => {
    writeFileSync(file, serviceKeysText(hubKeys, service))
    expect(readServiceKeys(file, service)).toEqual(keysOfService(hubKeys, service))
  })

  it('of an intake admits for itself alone, and names nobody else', () => {
    const text = serviceKeysText(hubKeys, 'finance')
    for (const [speaker, key] of Object.entries(hubKeys.admission))
      expect(text.includes(Buffer.from(key).toString('hex')), speaker).toBe(speaker === 'finance')
    expect(text).not.toContain(Buffer.from(hubKeys.receipts.hr).toString('hex'))
    expect(text).not.toContain(Buffer.from(hubKeys.search).toString('hex'))
  })

  it('of a recorder finds no person and opens no receipt', () => {
    const text = serviceKeysText(hubKeys, 'recorder')
    for (const key of [hubKeys.persons, hubKeys.search, hubKeys.localIds, ...Object.values(hubKeys.receipts)])
      expect(text).not.toContain(Buffer.from(key).toString('hex'))
  })

  it.each<[string, () => void, RegExp]>([
    ['that is not there', () => undefined, /can't be read \(ENOENT\).*hub keys issue --service finance/],
    [
      'of another service',
      () => writeFileSync(file, serviceKeysText(hubKeys, 'hr')),
      /is that of hr, and this is finance/,
    ],
    [
      'that is cut off',
      () => writeFileSync(file, serviceKeysText(hubKeys, 'finance').slice(0, -80)),
      /is cut off, or is no file of keys/,
    ],
    [
      'with a character changed',
      () => {
        const text = serviceKeysText(hubKeys, 'finance')
        const at = text.indexOf('"persons": "') + 20
        writeFileSync(file, text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1))
      },
      /was changed or cut/,
    ],
    ['that holds the hub key', () => writeFileSync(file, `${'ab'.repeat(32)}\n`), /is no file of keys/],
    ['of a newer form', () => writeFileSync(file, '{"format":"veterans-hub-service-keys-2"}'), /has not the format/],
  ])('%s is refused by name, with what to do, and no key in the words', (_what, write, expected) => {
    write()
    const read = () => readServiceKeys(file, 'finance')
    expect(read).toThrow(ServiceKeysUnusable)
    expect(read).toThrow(expected)
    expect(read).toThrow(/make it anew by `hub keys issue --service finance`/)
    expect(read).not.toThrow(/[0-9a-f]{32}/)
  })

  it('that may not be read is told apart', () => {
    writeFileSync(file, serviceKeysText(hubKeys, 'finance'))
    chmodSync(file, 0o000)
    // Root reads everything: the file itself is whole then.
    try {
      readFileSync(file)
    } catch {
      expect(() => readServiceKeys(file, 'finance')).toThrow(/EACCES/)
    }
  })
})
