import { createSecretKey, type KeyObject } from 'node:crypto'

const known = new WeakMap<Uint8Array, KeyObject>()

/**
 * The key object of a key's bytes, made once for each array. Node turns raw bytes into one at every HMAC and cipher
 * call, which costs several times the call itself. The bytes must not be changed afterwards.
 */
export const secretKeyOf = (bytes: Uint8Array): KeyObject => {
  const found = known.get(bytes)
  if (found) return found
  const made = createSecretKey(bytes)
  known.set(bytes, made)
  return made
}
