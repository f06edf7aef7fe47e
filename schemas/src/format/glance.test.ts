import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeCitizenNumber } from '../values/citizen-number.ts'
import { glanceAt } from './glance.ts'
import { citizenNumbersIn, personalNumbersIn } from './misplaced-numbers.ts'
import { refusedJson } from './refused-json.ts'
import { refusedTexts } from './refused-texts.ts'

const personalNumberOf = (order: number) => completeCitizenNumber(`43030419700101${String(order).padStart(3, '0')}`)
const personalNumbers = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom('', ' ', '-', '\u200b', '．'), fc.boolean())
  .map(([order, between, wide]) => {
    const number = [...personalNumberOf(order)].join(between)
    return wide ? number.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))) : number
  })

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    'region',
    'person',
    '张伟',
    ' 张',
    'ℵ\u0301',
    '\ud800',
    '0',
    '17',
    '__proto__',
    'personId',
    '\u202e1',
  ),
  personalNumbers,
)
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double(),
    fc.constantFrom(1e14, Number('430302196305130030'), 13812345678, null, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((members) => {
      const made: Record<string, unknown> = {}
      for (const [key, member] of members)
        Object.defineProperty(made, key, { value: member, enumerable: true, configurable: true, writable: true })
      return made
    }),
  ),
}))

const hasPersonId = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((!Array.isArray(value) && Object.hasOwn(value, 'personId')) || Object.values(value).some(hasPersonId))

const withoutNamedPersons = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutNamedPersons)
  const entries = Object.entries(value)
  if (entries.length === 1 && typeof (value as { citizenNumber?: unknown }).citizenNumber === 'string') return {}
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutNamedPersons(member)]))
}

describe('glanceAt', () => {
  it('sees nothing only where a closer look finds nothing', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const seen = glanceAt(value)
        if (!seen.refusedParts) expect(refusedJson(value)).toEqual([])
        else return
        if (!seen.unusualTexts) expect(refusedTexts(value, () => 'id')).toEqual([])
        if (!seen.personIds) expect(hasPersonId(value)).toBe(false)
        if (!seen.numbers) {
          expect(personalNumbersIn(withoutNamedPersons(value))).toEqual([])
          expect(citizenNumbersIn(withoutNamedPersons(value))).toEqual([])
        }
        expect(Buffer.byteLength(JSON.stringify(value))).toBeLessThanOrEqual(seen.mostBytes)
      }),
      { numRuns: 2_000 },
    )
  })

  it('sees a number in a key, in a text and as a number, but not the one by which a person is named', () => {
    const number = personalNumberOf(17)
    expect(glanceAt({ data: { person: { citizenNumber: number } } }).numbers).toBe(false)
    expect(glanceAt({ data: { person: { citizenNumber: number, name: 'x' } } }).numbers).toBe(true)
    expect(glanceAt({ data: { [number]: 1 } }).numbers).toBe(true)
    expect(glanceAt({ data: { note: `no. ${number}` } }).numbers).toBe(true)
    expect(glanceAt({ data: { amount: 430302196305130 } }).numbers).toBe(true)
    expect(glanceAt({ sequence: 13812345678 }).numbers).toBe(true)
  })

  it('says nothing of what the vocabulary sends every day', () => {
    const event = {
      id: 'V1-1',
      data: { region: '430302', name: '张伟', handledBy: [{ officialId: 'A12', duty: '经办' }] },
    }
    expect(glanceAt(event)).toMatchObject({
      refusedParts: false,
      unusualTexts: false,
      numbers: false,
      personIds: false,
    })
  })
})
