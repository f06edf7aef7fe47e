import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  KeyRepeated,
  maxDepth,
  NumberNotCarried,
  parseJson,
  parseScanned,
  refusedJson,
  TooDeep,
} from './refused-json.ts'
import { scanArray } from './scan-json.ts'

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('0', '17', '01', '__proto__'))

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

  it('parses no text of hostile depth, closed or not', () => {
    for (const text of [
      '['.repeat(4_000_000),
      `${'{"a":['.repeat(65)}1e1${']}'.repeat(65)}`,
      `${'['.repeat(65)}${']'.repeat(65)}`,
    ])
      expect(() => parseJson(text)).toThrow(TooDeep)
    const value = parseJson(`${'['.repeat(64)}1e1${']'.repeat(64)}`)
    expect(refusedJson(value)).toEqual([{ pointer: '/0'.repeat(maxDepth), reason: 'DEPTH' }])
  })

  it('looks no further at a number of hundreds of digits', () => {
    for (const text of ['1'.repeat(8_000_000), `0.${'0'.repeat(8_000_000)}1`, `1${'0'.repeat(500)}`])
      expect(() => parseJson(`[${text}]`)).toThrow(NumberNotCarried)
  })
})

describe('an array that is looked through value by value', () => {
  it('has the values that a parser finds', () => {
    fc.assert(
      fc.property(fc.array(fc.json({ maxDepth: 5 })), fc.constantFrom('', ' ', '\n\t'), (values, space) => {
        const text = `${space}[${space}${values.join(`${space},${space}`)}${space}]${space}`
        const scanned = scanArray(text)!
        expect(scanned.map((one) => JSON.parse(text.slice(one.start, one.end)))).toEqual(JSON.parse(text))
        expect(scanned.map((one) => parseScanned(text.slice(one.start, one.end), one))).toEqual(JSON.parse(text))
      }),
    )
  })

  it('is none where a parser finds none', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '1',
      '"a"',
      '"',
      '\\',
      ' ',
      'true',
      '1e',
      '-',
      '{"a":1}',
      '[1]',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (some) => {
        const text = `[${some.join('')}`
        let parsed: unknown
        try {
          parsed = JSON.parse(text)
        } catch {
          parsed = undefined
        }
        const read = () => scanArray(text)?.map((one) => JSON.parse(text.slice(one.start, one.end)))
        if (parsed !== undefined) expect(read()).toEqual(parsed)
        else {
          let values: unknown
          try {
            values = read()
          } catch {
            values = undefined
          }
          expect(values).toBeUndefined()
        }
      }),
      { numRuns: 20_000 },
    )
  })
})
