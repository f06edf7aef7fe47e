import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A key file that is there but does not hold a key; it is never written over. */
export class KeyFileUnusable extends Error {
  override name = 'KeyFileUnusable'
}

const readKey = (path: string): Uint8Array | undefined => {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new KeyFileUnusable(`the key file ${path} can't be read`, { cause })
  }
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new KeyFileUnusable(
      `the key file ${path} does not hold 64 hex digits; bring back the right file from a backup`,
    )
  return Buffer.from(text, 'hex')
}

const syncFolder = (folder: string) => {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a text durably beside a file; answers where. */
const writeDraft = (path: string, text: string): string => {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return draft
}

/** Replaces a file of keys, all at once and durably, for its owner only. */
export const writeKeyFile = (path: string, text: string): void => {
  renameSync(writeDraft(path, text), path)
  syncFolder(dirname(path))
}

/**
 * The key of a file that must be there: 32 bytes, written as hex. Whoever only reads makes none.
 * @throws {KeyFileUnusable} when it is missing, or holds something else
 */
export const loadKeyFile = (path: string): Uint8Array => {
  const key = readKey(path)
  if (!key) throw new KeyFileUnusable(`the key file ${path} is missing: bring it back from its backup`)
  return key
}

/**
 * The key of a file: 32 bytes, written as hex. Made where missing, mode 0600, durable before it returns; of two
 * processes that make it at once both get the same key.
 * @throws {KeyFileUnusable} when the file is there and holds something else
 */
export const loadOrCreateKeyFile = (path: string): Uint8Array => {
  const existing = readKey(path)
  if (existing) return existing
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const draft = writeDraft(path, `${randomBytes(32).toString('hex')}\n`)
  try {
    // A link never replaces: who comes second keeps the first one's key.
    linkSync(draft, path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  } finally {
    unlinkSync(draft)
  }
  syncFolder(folder)
  const made = readKey(path)
  if (!made) throw new KeyFileUnusable(`the key file ${path} went away while it was made`)
  return made
}
