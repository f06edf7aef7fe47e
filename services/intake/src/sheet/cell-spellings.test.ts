import { dayOf } from '@hub/schemas/values/day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellKind, readCell } from './cell.ts'

const valueIn = (kind: CellKind, text: string): unknown => {
  const read = readCell(kind, text)
  return 'fault' in read ? read.fault : read.value
}
const wide = (text: string) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const grouped = (whole: string, sign: string) => whole.replaceAll(/\B(?=(\d{3})+$)/g, sign)
const capital = (yuan: number): string => {
  const names = '零壹贰叁肆伍陆柒捌玖'
  const group = (value: number) =>
    String(value)
      .padStart(4, '0')
      .replace(/./g, (digit, at: number) =>
        digit === '0' ? '零' : `${names[Number(digit)]}${['仟', '佰', '拾', ''][at]}`,
      )
  const words = `${group(Math.floor(yuan / 1e4))}万${group(yuan % 1e4)}`
  return words
    .replaceAll(/零+/g, '零')
    .replace(/零万/, yuan >= 1e4 ? '万' : '')
    .replace(/^[零万]+/, '')
    .replace(/零$/, '')
}

const fen = fc.integer({ min: 1, max: 9_999_999_999 })

describe('an amount is what was written, in whichever spelling', () => {
  const whole = (amount: number) => String(Math.floor(amount / 100))
  const tail = (amount: number) => `.${String(amount % 100).padStart(2, '0')}`
  const spellings: readonly ((amount: number) => string)[] = [
    (amount) => whole(amount) + tail(amount),
    (amount) => `${whole(amount)}${tail(amount)}000`,
    (amount) => `￥${grouped(whole(amount), ',')}${tail(amount)}`,
    (amount) => `${grouped(whole(amount), '，')}${tail(amount)}元`,
    (amount) => `人民币 ${grouped(whole(amount), '\u00A0')}${tail(amount)} 元`,
    (amount) => grouped(whole(amount), '’') + tail(amount),
    (amount) => wide(whole(amount) + tail(amount)),
    (amount) => `\t'+${whole(amount)}${tail(amount)}\u200B`,
  ]
  it('of digits', () => {
    fc.assert(
      fc.property(fen, fc.constantFrom(...spellings), (amount, spell) => {
        expect(valueIn('yuan', spell(amount))).toBe(amount)
        expect(valueIn('signedYuan', `(${whole(amount)}${tail(amount)})`)).toBe(-amount)
      }),
      { numRuns: 2000 },
    )
  })
  it('of words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (yuan) => {
        expect(valueIn('yuan', `${capital(yuan)}元整`)).toBe(yuan * 100)
      }),
      { numRuns: 2000 },
    )
  })
  it('and of other signs it is refused, or the digits that stand there', () => {
    const sign = fc.constantFrom(...'0123456789012,.，．\u3000 -()（）¥元万角Ee+%/’'.split(''))
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => {
        const text = signs.join('')
        const read = valueIn('signedYuan', text)
        if (typeof read !== 'number') return
        const digits = text.normalize('NFKC').replaceAll(/[^\d.]/g, '')
        expect([text, Math.abs(read)]).toEqual([text, Math.round(Number(digits) * 100)])
      }),
      { numRuns: 20_000 },
    )
  })
})

const han = '〇一二三四五六七八九'
const hanYear = (year: string) => year.replaceAll(/\d/g, (digit) => han[Number(digit)]!)
const hanNumber = (value: number) =>
  `${value < 10 ? '' : value < 20 ? '十' : `${han[Math.floor(value / 10)]}十`}${value % 10 === 0 ? '' : han[value % 10]}`
const someDay = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((at) => new Date(at).toISOString().slice(0, 10))
const parts = (day: string) => [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))] as const

describe('a month is what was written', () => {
  const spellings: readonly ((year: string, month: number) => string)[] = [
    (year, month) => `${year}-${String(month).padStart(2, '0')}`,
    (year, month) => `${year}/${month}`,
    (year, month) => `${year}年${month}月`,
    (year, month) => `${year} 年 ${month} 月份`,
    (year, month) => wide(`${year}.${String(month).padStart(2, '0')}`),
    (year, month) => `${year}${String(month).padStart(2, '0')}`,
    (year, month) => `${hanYear(year)}年${hanNumber(month)}月`,
    (year, month) => `${year}—${month}`,
    (year, month) => `${year}-${String(month).padStart(2, '0')}-01`,
  ]
  it('in whichever spelling', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...spellings), (day, spell) => {
        const [year, month] = parts(day)
        expect(valueIn('month', spell(year, month))).toBe(day.slice(0, 7))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an instant is what was written', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const days: readonly ((day: string) => string)[] = [
    (day) => day,
    (day) => day.replaceAll('-', '/'),
    (day) => `${parts(day)[0]}年${parts(day)[1]}月${parts(day)[2]}日`,
    (day) => `${hanYear(parts(day)[0])}年${hanNumber(parts(day)[1])}月${hanNumber(parts(day)[2])}日`,
  ]
  const half = (hour: number) => (hour % 12 === 0 ? 12 : hour % 12)
  const clocks: readonly ((hour: number, minute: number) => string)[] = [
    (hour, minute) => ` ${hour}:${two(minute)}`,
    (hour, minute) => ` ${two(hour)}：${two(minute)}：00`,
    (hour, minute) => ` ${half(hour)}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
    (hour, minute) => ` ${hour}时${minute}分`,
    (hour, minute) =>
      ` ${hour < 6 ? `凌晨${hour}` : hour < 12 ? `上午${hour}` : hour === 12 ? '中午12' : `下午${hour - 12}`}点${two(minute)}分`,
  ]
  it('in whichever spelling, a moment with it', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.nat(23),
        fc.nat(59),
        fc.constantFrom(...days),
        fc.constantFrom(...clocks),
        (day, hour, minute, ofDay, ofClock) => {
          const written = ofDay(day) + ofClock(hour, minute)
          const read = String(valueIn('instant', written))
          // The clocks of some summers lack an hour.
          if (read === 'CELL_INSTANT' && day < '1992') return
          const local = new Date(Date.parse(read) + 8 * 3_600_000).toISOString().slice(0, 16)
          if (day > '1992') expect([written, local]).toEqual([written, `${day}T${two(hour)}:${two(minute)}`])
          expect([written, dayOf(read)]).toEqual([written, day])
          expect(valueIn('moment', written)).toBe(read)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a telephone number is what was written', () => {
  const spellings: readonly ((number: string) => string)[] = [
    (number) => number,
    (number) => number.replace(/(.{3})(.{4})/, '$1-$2-'),
    (number) => number.replace(/(.{3})(.{4})/, '$1 $2 '),
    (number) => `+86 ${number}`,
    (number) => `0086-${number}`,
    (number) => `(+86)${number}`,
    (number) => `86${number}`,
    (number) => wide(number),
    (number) => `'${number}`,
    (number) => `${number}.0`,
  ]
  it('in whichever spelling, and one digit too many or too few is refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }),
        fc.constantFrom(...spellings),
        fc.nat(9),
        (rest, spell, more) => {
          const number = `1${rest}`
          expect(valueIn('phone', spell(number))).toBe(number)
          expect(valueIn('phone', `${number}${more}`)).toBe('CELL_PHONE')
          expect(valueIn('phone', number.slice(0, -1))).toBe('CELL_PHONE')
        },
      ),
      { numRuns: 1000 },
    )
  })
  it('with its area code and extension', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000_000, max: 99_999_999 }),
        fc.integer({ min: 1, max: 9999 }),
        (local, inner) => {
          expect(valueIn('phone', `0731-${local}转${inner}`)).toBe(`0731-${local}-${inner}`)
          expect(valueIn('phone', `${local}-${inner}`)).toBe(`${local}-${inner}`)
          expect(valueIn('phone', `731-${local}`)).toBe(`0731-${local}`)
        },
      ),
      { numRuns: 500 },
    )
  })
})
