import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { KeyFileUnusable, writeKeyFile } from './key-files.ts'

/** Where the master keys are. Plain data, so that a thread can be given it. */
export type MasterKeysPlace = { file: string } | { text: string }

/** The keys that wrap persons' keys, by version (1 to 32,767). */
export type MasterKeys = {
  /** The 32 bytes of a version. One that is not known is looked for once more where the keys are. */
  of(version: number): Uint8Array | undefined
  /** The newest version that is known. */
  newest(): number
}

const entryForm = /^(?:([1-9]\d{0,4}):)?([0-9a-f]{64})$/
const mostVersions = 32_767

/** Master keys from `<version>:<64 hex digits>`, one a line or with commas between; a key alone is version 1. Undefined for any other text. */
export const parseMasterKeys = (text: string): ReadonlyMap<number, Uint8Array> | undefined => {
  const keys = new Map<number, Uint8Array>()
  for (const entry of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [, version = '1', hex] = entryForm.exec(entry) ?? []
    if (hex === undefined || Number(version) > mostVersions || keys.has(Number(version))) return undefined
    keys.set(Number(version), Buffer.from(hex, 'hex'))
  }
  return keys.size > 0 ? keys : undefined
}

const readAll = (place: MasterKeysPlace): ReadonlyMap<number, Uint8Array> => {
  const what = 'file' in place ? `the file of master keys ${place.file}` : 'MASTER_KEYS'
  let text: string
  try {
    text = 'file' in place ? readFileSync(place.file, 'utf8') : place.text
  } catch (cause) {
    throw new KeyFileUnusable(`${what} can't be read; bring it back from its backup`, { cause })
  }
  const keys = parseMasterKeys(text)
  if (!keys) throw new KeyFileUnusable(`${what} does not hold <version>:<64 hex digits>, each version once`)
  return keys
}

/** Reads the master keys. @throws {KeyFileUnusable} */
export const openMasterKeys = (place: MasterKeysPlace): MasterKeys => {
  let keys = readAll(place)
  return {
    of: (version) => {
      if (!keys.has(version)) keys = readAll(place)
      return keys.get(version)
    },
    newest: () => Math.max(...keys.keys()),
  }
}

/** One key as version 1, for whoever has no more than that. */
export const oneMasterKey = (key: Uint8Array): MasterKeys => {
  if (key.length !== 32) throw new RangeError('the master key has 32 bytes')
  return { of: (version) => (version === 1 ? key : undefined), newest: () => 1 }
}

/** Adds a new master key to a file, durably, and answers its version. */
export const addMasterKey = (file: string): number => {
  const keys = readAll({ file })
  const version = Math.max(...keys.keys()) + 1
  const lines = [...keys, [version, randomBytes(32)] as const].map(
    ([of, key]) => `${of}:${Buffer.from(key).toString('hex')}`,
  )
  writeKeyFile(file, `${lines.join('\n')}\n`)
  return version
}
