import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  day,
  dayAfter,
  dayOf,
  endOfDay,
  instant,
  isDay,
  month,
  monthOf,
  partialDate,
  readInstant,
  startOfDay,
} from './day.ts'
import { fen, signedFen } from './money.ts'
import { personIdOf, personId as personIdSchema, person as personSchema } from './person.ts'
import { isUscc, uscc, usccCheckCharacter } from './social-credit-code.ts'

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success
const dates = fc.date({ min: new Date('1800-01-01T08:00:00Z'), max: new Date('9999-12-30'), noInvalidDate: true })

describe('a day', () => {
  it.each(['1800-01-01', '2024-02-29', '2000-02-29', '9999-12-31'])('is taken: %s', (text) => {
    expect(takes(day, text)).toBe(true)
  })

  it.each([
    '1799-12-31',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-1-1',
    '20250101',
    '2025-01-01 ',
    '2025-01-01\n',
    '10000-01-01',
    '２０２５-01-01',
  ])('is refused: %j', (text) => {
    expect(takes(day, text)).toBe(false)
  })
})

describe('a month', () => {
  it.each(['1800-01', '2025-12', '9999-12'])('is taken: %s', (text) => {
    expect(takes(month, text)).toBe(true)
  })

  it.each(['1799-12', '2025-00', '2025-13', '2025-1', '2025', '2025-01-01', '2025-01\n'])('is refused: %j', (text) => {
    expect(takes(month, text)).toBe(false)
  })

  it('is taken exactly when its first day is one', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{4}-\d{2}$/), (text) => takes(month, text) === isDay(`${text}-01`)))
  })
})

describe('a partial date', () => {
  it.each(['1949', '1949-10', '1949-10-01', '1800', '9999-12'])('is taken: %s', (text) => {
    expect(takes(partialDate, text)).toBe(true)
  })

  it.each([
    '',
    '194',
    '1799',
    '1949-13',
    '1949-1',
    '1949-1-1',
    '1949-02-30',
    '1949-',
    '1949-10-',
    '19491001',
    '1949年',
  ])('is refused: %j', (text) => {
    expect(takes(partialDate, text)).toBe(false)
  })
})

describe('an instant', () => {
  it('is taken exactly as the hub writes it', () => {
    fc.assert(fc.property(dates, (at) => takes(instant, at.toISOString())))
  })

  it.each([
    '2025-02-30T00:00:00.000Z',
    '2025-02-28T24:00:00.000Z',
    '2025-02-28T00:00:60.000Z',
    '2025-02-28T00:00:00Z',
    '2025-02-28T00:00:00.0000Z',
    '2025-02-28T00:00:00.000+08:00',
    '2025-02-28T00:00:00.000z',
    '+002025-02-28T00:00:00.000Z',
    '2025-02-28',
    '',
  ])('is refused: %j', (text) => {
    expect(takes(instant, text)).toBe(false)
  })

  it('falls on its day in Asia/Shanghai', () => {
    expect(dayOf('2025-02-28T15:59:59.999Z')).toBe('2025-02-28')
    expect(dayOf('2025-02-28T16:00:00.000Z')).toBe('2025-03-01')
    expect(monthOf('2025-02-28T16:00:00.000Z')).toBe('2025-03')
    expect(startOfDay('2025-03-01')).toBe('2025-02-28T16:00:00.000Z')
    fc.assert(
      fc.property(dates, (at) => {
        const its = dayOf(at.toISOString())
        expect(startOfDay(its) <= at.toISOString() && at.toISOString() <= endOfDay(its)).toBe(true)
        expect([dayOf(startOfDay(its)), dayOf(endOfDay(its))]).toEqual([its, its])
        expect(Date.parse(endOfDay(its)) + 1).toBe(Date.parse(startOfDay(dayAfter(its))))
      }),
    )
  })

  it('falls on the day that the time zone database says, also in the summers when clocks stood an hour ahead', () => {
    const inShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    const since1901 = { min: new Date('1901-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z') }
    const summers = { min: new Date('1986-01-01T00:00:00Z'), max: new Date('1992-01-01T00:00:00Z') }
    for (const span of [since1901, summers])
      fc.assert(
        fc.property(fc.date({ ...span, noInvalidDate: true }), fc.integer({ min: -2, max: 2 }), (at, hours) => {
          const near = Date.parse(startOfDay(dayOf(at.toISOString()))) + hours * 3_600_000
          expect(dayOf(new Date(near).toISOString())).toBe(inShanghai.format(near))
        }),
      )
    expect(dayOf('1988-06-30T15:30:00.000Z')).toBe('1988-07-01')
    expect([startOfDay('1988-07-01'), endOfDay('1988-07-01')]).toEqual([
      '1988-06-30T15:00:00.000Z',
      '1988-07-01T14:59:59.999Z',
    ])
    // 23 and 25 hours long.
    expect([startOfDay('1991-04-14'), endOfDay('1991-04-14')]).toEqual([
      '1991-04-13T16:00:00.000Z',
      '1991-04-14T14:59:59.999Z',
    ])
    expect([startOfDay('1991-09-15'), endOfDay('1991-09-15')]).toEqual([
      '1991-09-14T15:00:00.000Z',
      '1991-09-15T15:59:59.999Z',
    ])
  })

  it('is read with any offset, and never without one', () => {
    expect(readInstant('2025-03-01T09:30:00+08:00')).toBe('2025-03-01T01:30:00.000Z')
    expect(readInstant('2025-03-01T01:30:00.1234567Z')).toBe('2025-03-01T01:30:00.123Z')
    for (const text of ['2025-03-01T09:30:00', '2025-03-01 09:30:00Z', '2025-02-30T00:00:00Z', '2025-03-01', ''])
      expect(readInstant(text)).toBeUndefined()
  })
})

describe('a unified social credit code', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const first17 = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((list) => list.join(''))

  it('is taken with its check character, and no other', () => {
    fc.assert(
      fc.property(first17, (text) => {
        const right = [...alphabet].filter((character) => isUscc(text + character))
        expect(right).toEqual([usccCheckCharacter(text)])
      }),
    )
  })

  it('is refused with any character changed', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...alphabet), (text, at, character) => {
        fc.pre(text[at] !== character)
        const changed = text.slice(0, at) + character + text.slice(at + 1)
        expect(isUscc(changed + usccCheckCharacter(text))).toBe(false)
      }),
    )
  })

  it('has no I, O, S, V, Z, no small letters, and 18 characters', () => {
    for (const character of 'IOSVZa 汉') expect(usccCheckCharacter(`${'9'.repeat(16)}${character}`)).toBeUndefined()
    for (const text of ['', '9'.repeat(17), `${'0'.repeat(19)}`]) expect(takes(uscc, text)).toBe(false)
    expect(takes(uscc, '0'.repeat(18))).toBe(true)
  })
})

describe('money and persons', () => {
  it('takes whole fen, below zero only as a difference', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].every((amount) => takes(fen, amount))).toBe(true)
    expect([-1, 0.5, 2 ** 53, Number.NaN, '1', 1n].some((amount) => takes(fen, amount))).toBe(false)
    expect(takes(signedFen, -1)).toBe(true)
    expect(takes(signedFen, -0.5)).toBe(false)
  })

  it('names a person by one of the two, never both', () => {
    const personId = `1${'a'.repeat(26)}`
    expect(takes(personIdSchema, personId)).toBe(true)
    for (const text of [`2${'a'.repeat(26)}`, personId.slice(1), `${personId}a`, personId.toUpperCase()])
      expect(takes(personIdSchema, text)).toBe(false)
    expect(takes(personSchema, { personId })).toBe(true)
    expect(takes(personSchema, { personId, citizenNumber: '11010519491231002X' })).toBe(false)
    expect(takes(personSchema, { citizenNumber: '11010519491231002X' })).toBe(true)
    expect(takes(personSchema, {})).toBe(false)
    expect(personIdOf({ personId })).toBe(personId)
    expect(personIdOf('text')).toBeUndefined()
  })
})
