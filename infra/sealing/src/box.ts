import { createCipheriv, createDecipheriv } from 'node:crypto'
import { derivedKeys, hmacSha256 } from '@hub/schemas/format/keyed-hash.ts'
import { secretKeyOf } from '@hub/schemas/format/secret-key.ts'
import type { PersonKey } from './person-key.ts'

/** AES-256-GCM with a nonce derived from the content. */
const suite = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = 2 + nonceBytes

/** A box that does not open: changed, of another event, under another key, or of a suite that this hub does not know. */
export class BoxNotOpened extends Error {
  override name = 'BoxNotOpened'
}

type DerivedKeys = { encryption: Uint8Array; nonce: Uint8Array }
const derived = new WeakMap<PersonKey, DerivedKeys>()

const keysOf = (personKey: PersonKey): DerivedKeys => {
  const known = derived.get(personKey)
  if (known) return known
  const [encryption, nonce] = derivedKeys(personKey.key, [
    'veterans-hub/v1/box-encryption',
    'veterans-hub/v1/box-nonce',
  ])
  const keys = { encryption: encryption!, nonce: nonce! }
  derived.set(personKey, keys)
  return keys
}

/**
 * Seals a text for a person: base64url of suite, key version, nonce, ciphertext and tag. The same event and text give
 * the same box, so an honest retry is a duplicate; another text gives another nonce.
 */
export const sealBox = (personKey: PersonKey, eventId: string, plaintext: string): string => {
  const keys = keysOf(personKey)
  const nonce = Buffer.from(hmacSha256(keys.nonce, eventId + plaintext).slice(0, 2 * nonceBytes), 'hex')
  const cipher = createCipheriv('aes-256-gcm', secretKeyOf(keys.encryption), nonce).setAAD(Buffer.from(eventId))
  return Buffer.concat([
    Uint8Array.of(suite, personKey.version),
    nonce,
    cipher.update(plaintext, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64url')
}

/** The text in a box. @throws {BoxNotOpened} */
export const openBox = (personKey: PersonKey, eventId: string, box: string): string => {
  const bytes = Buffer.from(box, 'base64url')
  if (bytes.length < headBytes + tagBytes) throw new BoxNotOpened('a box is too short')
  if (bytes[0] !== suite) throw new BoxNotOpened(`a box has the suite ${bytes[0]}, which this hub does not know`)
  if (bytes[1] !== personKey.version)
    throw new BoxNotOpened(`a box is under key version ${bytes[1]}, the key is version ${personKey.version}`)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    secretKeyOf(keysOf(personKey).encryption),
    bytes.subarray(2, headBytes),
    {
      authTagLength: tagBytes,
    },
  )
  decipher.setAAD(Buffer.from(eventId)).setAuthTag(bytes.subarray(-tagBytes))
  try {
    return decipher.update(bytes.subarray(headBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch (cause) {
    throw new BoxNotOpened('a box does not open under its person key', { cause })
  }
}
