import { hash } from 'node:crypto'

const blockBytes = 64
const hashBytes = 32

/** The two keyed blocks of RFC 2104; behind the outer one is room for the inner hash. */
type Pads = { inner: Buffer; outer: Buffer }
const known = new WeakMap<Uint8Array, Pads>()

const padsOf = (key: Uint8Array): Pads => {
  const found = known.get(key)
  if (found) return found
  if (key.length > blockBytes) throw new RangeError(`a key has at most ${blockBytes} bytes`)
  const inner = Buffer.alloc(blockBytes, 0x36)
  const outer = Buffer.alloc(blockBytes + hashBytes, 0x5c)
  for (const [at, byte] of key.entries()) {
    inner[at]! ^= byte
    outer[at]! ^= byte
  }
  const made = { inner, outer }
  known.set(key, made)
  return made
}

let room = Buffer.allocUnsafeSlow(16 * 1024)

/** The inner block and the message behind it, in bytes that the next call writes over. */
const innerText = (inner: Buffer, message: string | Uint8Array): Buffer => {
  const most = blockBytes + (typeof message === 'string' ? 3 * message.length : message.length)
  if (most > room.length) room = Buffer.allocUnsafeSlow(2 * most)
  room.set(inner)
  if (typeof message === 'string') return room.subarray(0, blockBytes + room.write(message, blockBytes))
  room.set(message, blockBytes)
  return room.subarray(0, most)
}

/**
 * HMAC-SHA-256 (RFC 2104), hex, by two calls of the one-shot `hash`: a third of what `createHmac` takes, which makes a
 * stream and several buffers each time, and the intake works out five for an event. The key's bytes must not be changed
 * afterwards.
 */
export const hmacSha256 = (key: Uint8Array, message: string | Uint8Array): string => {
  const { inner, outer } = padsOf(key)
  outer.write(hash('sha256', innerText(inner, message)), blockBytes, 'hex')
  return hash('sha256', outer)
}

const noSalt = new Uint8Array(0)

/**
 * HKDF-SHA-256 (RFC 5869) without salt: keys of 32 bytes from one secret, one for each `info`. They are in bytes of their
 * own: a key that is kept must not keep alive the slab that small buffers are cut from.
 */
export const derivedKeys = (secret: Uint8Array, infos: readonly string[]): Uint8Array[] => {
  const extracted = Buffer.from(hmacSha256(noSalt, secret), 'hex')
  return infos.map((info) => Uint8Array.from(Buffer.from(hmacSha256(extracted, `${info}\x01`), 'hex')))
}
