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
import { KeyRepeated, maxDepth, NumberNotCarried, parseJson, refusedJson } from './refused-json.ts'
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

/** A decimal literal as a fraction of integers over a power of ten. */
const decimal = (literal: string): { digits: bigint; scale: number } => {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) }
}
const sameDecimal = (one: string, other: string): boolean => {
  const [a, b] = [decimal(one), decimal(other)]
  const scale = Math.max(a.scale, b.scale)
  return a.digits * 10n ** BigInt(scale - a.scale) === b.digits * 10n ** BigInt(scale - b.scale)
}

describe('parseJson', () => {
  const digits = (min: number, max: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''))
  const literal = fc
    .record({
      minus: fc.constantFrom('', '-'),
      whole: digits(1, 24).map((text) => text.replace(/^0+(?=\d)/, '')),
      fraction: fc.oneof(
        fc.constant(''),
        digits(1, 24).map((text) => `.${text}`),
      ),
      exponent: fc.oneof(
        fc.constant(''),
        fc.integer({ min: -340, max: 320 }).map((power) => `e${power}`),
      ),
    })
    .map(({ minus, whole, fraction, exponent }) => minus + whole + fraction + exponent)
  const written = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value))

  it('refuses exactly the numbers that a double does not carry', () => {
    fc.assert(
      fc.property(fc.oneof(literal, written), (text) => {
        const value: unknown = JSON.parse(text)
        const carried = Number.isFinite(value) && sameDecimal(text.replace(/^-/, ''), String(value).replace(/^-/, ''))
        const parse = () => parseJson(`{"amounts":[${text}]}`)
        if (carried) expect(parse()).toEqual({ amounts: [value] })
        else expect(parse).toThrow(NumberNotCarried)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes every text that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('throws a SyntaxError for what is not JSON', () => {
    for (const text of ['', '{', '{"a":01}', '[1e]', '{"a":1234567890123456,}'])
      expect(() => parseJson(text)).toThrow(SyntaxError)
  })

  it('refuses a key that stands twice in an object, at any depth and however it is written', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '[{"b":{"a" :1,"c":"x\\":","\\u0061":2}}]',
      '{"":0,"":0}',
      '{"a":{"0":1,"0":1}}',
    ])
      expect(() => parseJson(text)).toThrow(KeyRepeated)
    for (const text of [
      '{"a":{"a":1}}',
      '[{"a":1},{"a":1}]',
      '{"a":"\\"a\\":1, \\"a\\":2","b\\\\":1}',
      '["a","a"]',
      '"a:"',
    ])
      expect(parseJson(text)).toEqual(JSON.parse(text))
    fc.assert(
      fc.property(anyText, fc.dictionary(anyText, fc.json(), { minKeys: 1 }), (space, members) => {
        const written = Object.entries(members).map(([key, value]) => `${JSON.stringify(key)}:${value}`)
        const once = `[${JSON.stringify(space)},{${written.join(' ,')}}]`
        const twice = `[${JSON.stringify(space)},{${[...written, written[0]].join(' ,')}}]`
        expect(parseJson(once)).toEqual(JSON.parse(once))
        expect(() => parseJson(twice)).toThrow(KeyRepeated)
      }),
    )
  })

  it('leaves a text of hostile depth to the depth rule', () => {
    const deep = 20_000
    const value = parseJson(`${'['.repeat(deep)}1e1${']'.repeat(deep)}`)
    expect(refusedJson(value)).toEqual([{ pointer: '/0'.repeat(maxDepth), reason: 'DEPTH' }])
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
