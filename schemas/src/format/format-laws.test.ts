import { createHmac, hkdfSync } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { v5 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Metadata, metadataText } from '../envelope.ts'
import { canonicalJson } from './canonical-json.ts'
import { digestText } from './content-digest.ts'
import { entryBytes } from './entry.ts'
import { eventIdOf, hubNamespace } from './event-id.ts'
import { derivedKeys, hmacSha256 } from './keyed-hash.ts'
import { leafText } from './leaf.ts'
import { positionOfSequence } from './position.ts'
import { parseJson, refusedJson } from './refused-json.ts'
import { base32 } from './stream-name.ts'

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('0', '17', '01', '__proto__'))
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true }),
    fc.integer(),
    anyText,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 5 }),
  ),
})).value
const stored = anyJson.filter((value) => refusedJson(value).length === 0)

describe('the event id', () => {
  it('is the UUIDv5 that another implementation gives', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'grapheme' }), fc.string(), (source, id, subject) => {
        expect(eventIdOf(source, id, subject)).toBe(v5(canonicalJson([source, id, subject]), hubNamespace))
      }),
    )
  })
})

describe('RFC 8785', () => {
  it('is the form of metadata, whatever was sent of it', () => {
    const names = ['correlationid', 'causationid', 'replaces', 'sequence', 'traceparent', 'dataschema'] as const
    const sent = fc.dictionary(fc.constantFrom(...names, 'submission', 'origin', 'recording'), fc.string())
    const always = {
      source: fc.string(),
      id: fc.string(),
      time: fc.string(),
      contentdigest: fc.string(),
      admission: fc.string(),
    }
    const metadata = fc.record({ ...always, receivedtime: fc.string(), recordedtime: fc.string() })
    fc.assert(
      fc.property(metadata, sent, (required, optional) => {
        const whole: Metadata = { ...optional, ...required }
        expect(metadataText(whole)).toBe(canonicalJson(whole))
      }),
    )
  })

  it('is written as another implementation writes it, for all that is not refused', () => {
    fc.assert(
      fc.property(stored, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
    )
  })

  it('is what JSON.stringify gives back, for all that is stored', () => {
    fc.assert(
      fc.property(stored, (value) => {
        const text = canonicalJson(value)
        expect(JSON.stringify(JSON.parse(text))).toBe(text)
        expect(canonicalJson(parseJson(text))).toBe(text)
      }),
    )
  })

  it('holds for a digest that is put together from its members', () => {
    const member = fc.string({ unit: 'grapheme' })
    const input = fc.record(
      {
        type: member,
        source: member,
        id: member,
        subject: member,
        time: member,
        replaces: member,
        correlationid: member,
        causationid: member,
        data: stored,
      },
      { requiredKeys: ['type', 'source', 'id', 'subject', 'time', 'data'] },
    )
    fc.assert(
      fc.property(input, (given) => {
        expect(digestText({ ...given, data: canonicalJson(given.data) })).toBe(canonicalize(given))
      }),
    )
  })
})

describe('the keyed hash', () => {
  const anyMessage = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }))

  it("is Node's HMAC-SHA-256, for texts and for bytes of any length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), anyMessage, (key, message) => {
        expect(hmacSha256(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'))
      }),
    )
    const [key, long] = [new Uint8Array(32).fill(3), '何'.repeat(40_000)]
    expect(hmacSha256(key, long)).toBe(createHmac('sha256', key).update(long).digest('hex'))
  })

  it("derives Node's HKDF keys", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (secret, info) => {
        const [derived] = derivedKeys(secret, [info])
        expect(derived).toEqual(new Uint8Array(hkdfSync('sha256', secret, '', info, 32)))
      }),
    )
  })
})

describe('an entry', () => {
  it('has the bytes of the text that a leaf is the hash of', () => {
    const text = fc.string({ unit: 'grapheme' })
    const entry = fc.record({ id: text, stream: text, revision: fc.nat(), type: text, data: stored, metadata: stored })
    fc.assert(
      fc.property(entry, (given) => {
        const texts = { data: canonicalJson(given.data), metadata: canonicalJson(given.metadata) }
        expect(entryBytes({ ...given, ...texts })).toBe(Buffer.byteLength(leafText(given)))
      }),
    )
  })
})

describe('ids and positions', () => {
  it('gives every 16 bytes 26 characters of their own', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(base32(one)).toMatch(/^[a-z2-7]{26}$/)
        expect(base32(one) === base32(other)).toBe(Buffer.compare(one, other) === 0)
      }),
    )
  })

  it('orders positions as text', () => {
    const sequence = fc.nat({ max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(sequence, sequence, (one, other) => {
        expect(positionOfSequence(one) < positionOfSequence(other)).toBe(one < other)
      }),
    )
  })
})
