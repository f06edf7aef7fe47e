import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openBox, sealBox } from './box.ts'
import vectors from './box-vectors.json' with { type: 'json' }

// The written layout once more, read by node's primitives alone: suite, key version, nonce, ciphertext, tag.
const readByHand = (personKey: Buffer, eventId: string, box: string) => {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', personKey, '', label, 32))
  const bytes = Buffer.from(box, 'base64url')
  const nonce = bytes.subarray(2, 14)
  const decipher = createDecipheriv('aes-256-gcm', derive('veterans-hub/v1/box-encryption'), nonce)
  decipher.setAAD(Buffer.from(eventId)).setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(14, -16)), decipher.final()]).toString('utf8')
  const expectedNonce = createHmac('sha256', derive('veterans-hub/v1/box-nonce'))
    .update(eventId + text)
    .digest()
    .subarray(0, 12)
  return { suite: bytes[0], version: bytes[1], nonce, expectedNonce, text }
}

describe('a box of format version 1', () => {
  it.each(vectors)('has the same bytes for ever: version $version, event $eventId', (vector) => {
    const personKey = { version: vector.version, key: Buffer.from(vector.personKey, 'hex') }
    expect(sealBox(personKey, vector.eventId, vector.plaintext)).toBe(vector.box)
    expect(openBox(personKey, vector.eventId, vector.box)).toBe(vector.plaintext)
  })

  it.each(vectors)('is laid out as decision 001 says: version $version, event $eventId', (vector) => {
    const read = readByHand(Buffer.from(vector.personKey, 'hex'), vector.eventId, vector.box)
    expect(read).toMatchObject({ suite: 1, version: vector.version, text: vector.plaintext })
    expect(read.nonce.toString('hex')).toBe(read.expectedNonce.toString('hex'))
  })
})
