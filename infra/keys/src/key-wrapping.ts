import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secretKeyOf } from '@hub/schemas/format/secret-key.ts'

const nonceBytes = 12
const tagBytes = 16
const associated = (person: string, version: number) => Buffer.concat([Buffer.from(person), Uint8Array.of(version)])

/** A person's key under the master key: nonce, AES-256-GCM ciphertext, tag; bound to the person and the version. */
export const wrapKey = (masterKey: Uint8Array, person: string, version: number, key: Uint8Array): Uint8Array => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', secretKeyOf(masterKey), nonce).setAAD(associated(person, version))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** Undoes `wrapKey`; throws when the master key, the person or the version is another one. */
export const unwrapKey = (masterKey: Uint8Array, person: string, version: number, wrapped: Uint8Array): Uint8Array => {
  const decipher = createDecipheriv('aes-256-gcm', secretKeyOf(masterKey), wrapped.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(associated(person, version)).setAuthTag(wrapped.subarray(-tagBytes))
  // In bytes of its own: a key that is kept must not keep alive the slab that small buffers are cut from.
  return Uint8Array.from(Buffer.concat([decipher.update(wrapped.subarray(nonceBytes, -tagBytes)), decipher.final()]))
}
