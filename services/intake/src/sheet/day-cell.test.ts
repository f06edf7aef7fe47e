import { isDay } from '@hub/schemas/values/day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCell } from './cell.ts'

const of14March = [
  '1968-03-14',
  '1968/3/14',
  '1968.3.14',
  '1968.3.14.',
  '1968-3-14',
  '1968 3 14',
  '1968,3,14',
  '1968、3、14',
  '1968。3。14',
  '1968–03–14',
  '1968—03—14',
  '1968−3−14',
  '１９６８－０３－１４',
  '１９６８ｰ０３ｰ１４',
  '１９６８ー０３ー１４',
  '１９６８．３．１４',
  '１９６８／０３／１４',
  '1968年3月14日',
  '1968年03月14号',
  '1968 年 3 月 14 日',
  '1968年3月14',
  '１９６８年３月１４日',
  '1968年3月14日。',
  '一九六八年三月十四日',
  '一九六八年三月一十四日',
  '一九六八年〇三月十四日',
  '壹玖陆捌年叁月壹拾肆日',
  '1968年三月14日',
  '公元1968年3月14日',
  '公历一九六八年三月十四日',
  '19680314',
  '19680314.0',
  '19680314000000',
  "'1968-03-14",
  '="1968-03-14"',
  '\u200B1968-03-14',
  '1968\u00AD-03-14\u200E',
  '1968/03/14 星期四',
  '1968年3月14日 星期四',
  '1968年3月14日（周四）',
  '1968-03-14 周四 08:00',
  '1968/3/14\t',
  '\t1968-03-14',
  '1968-03-14T00:00:00',
  '1968-03-14T00:00:00.000',
  '1968-03-14 00:00:00.0',
  '1968/3/14 0:00',
  '1968-03-14T00:00:00+08:00',
  '1968-03-14T00:00:00.000+0800',
  '1968-03-14T23:59:59+08:00',
  '1968-03-14T00:00:00Z',
  '1968-03-13T16:00:00Z',
  '1968-03-13T16:00:00.000Z',
  '1968-03-13 16:00:00 UTC',
  '1968-03-14 00:00:00 +0800 CST',
  '1968/3/14 上午 12:00:00',
  '1968/3/14 上午12:00:00',
  '1968/3/14 12:00:00 AM',
  '1968/3/14 下午 3:04',
  '1968-03-14 03:04 PM',
  '1968年3月14日上午9时',
  '1968年3月14日9时30分',
  '1968年3月14日 9:30',
  '14-Mar-1968',
  '14 March 1968',
  'Mar 14, 1968',
  'March 14th, 1968',
  '14-3月 -1968',
  'Thu Mar 14 1968 00:00:00 GMT+0800 (中国标准时间)',
  'Thu Mar 14 00:00:00 CST 1968',
] // prettier-ignore

const refused: readonly [string, string][] = [
  ['68-3-14', 'CELL_DAY_YEAR'],
  ['68年3月14日', 'CELL_DAY_YEAR'],
  ['六八年三月十四日', 'CELL_DAY_YEAR'],
  ['3/14/68', 'CELL_DAY_YEAR'],
  ['14-Mar-68', 'CELL_DAY_YEAR'],
  ['14-3月 -68', 'CELL_DAY_YEAR'],
  ['3/4/1968', 'CELL_DAY_ORDER'],
  ['14.03.1968', 'CELL_DAY_ORDER'],
  ['3/14/1968 12:00:00 AM', 'CELL_DAY_ORDER'],
  ['民国57年3月14日', 'CELL_DAY_CALENDAR'],
  ['昭和43年3月14日', 'CELL_DAY_CALENDAR'],
  ['农历1968年2月16日', 'CELL_DAY_CALENDAR'],
  ['一九六八年正月初三', 'CELL_DAY_CALENDAR'],
  ['1968年腊月廿四', 'CELL_DAY_CALENDAR'],
  ['1968年闰七月三日', 'CELL_DAY_CALENDAR'],
  ['戊申年二月十六日', 'CELL_DAY_CALENDAR'],
  ['公元前1968年3月14日', 'CELL_DAY_CALENDAR'],
  ['1968年三月廿四', 'CELL_DAY'],
  ['1968/03/14 星期五', 'CELL_DAY_WEEKDAY'],
  ['1968年3月', 'CELL_DAY'],
  ['1968-03', 'CELL_DAY'],
  ['3月14日', 'CELL_DAY'],
  ['196803', 'CELL_DAY'],
  ['680314', 'CELL_DAY'],
  ['1968-02-30', 'CELL_DAY'],
  ['1968年十三月一日', 'CELL_DAY'],
  ['一九六八年三月三十二日', 'CELL_DAY'],
  ['1968-03-14至1970-01-01', 'CELL_DAY'],
  ['1968-03-14-1970', 'CELL_DAY'],
  ['1968-03-14 25:00', 'CELL_DAY'],
  ['1968-03-14T00:00:00+99:00', 'CELL_DAY'],
  ['0000-00-00', 'CELL_DAY'],
  ['长期', 'CELL_DAY'],
  ['1968-03-14?', 'CELL_DAY'],
]

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

const han = '〇一二三四五六七八九'
const hanNumber = (number: number) =>
  `${number < 10 ? '' : number < 20 ? '十' : `${han[Math.floor(number / 10)]}十`}${number % 10 === 0 ? '' : han[number % 10]}`
const wideDigits = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** Ways in which a day is written; each says it whole. */
const writings: readonly ((year: string, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}/${month}/${day}`,
  (year, month, day) => `${year}.${month}.${day}.`,
  (year, month, day) => `${year}–${month}–${day}`,
  (year, month, day) => `${year}年${month}月${day}号`,
  (year, month, day) => wideDigits(`${year}－${month}－${day}`),
  (year, month, day) =>
    `${[...year].map((digit) => han[Number(digit)]).join('')}年${hanNumber(month)}月${hanNumber(day)}日`,
  (year, month, day) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}.0`,
  (year, month, day) => `${year}/${month}/${day} 上午 12:00:00`,
  (year, month, day) => `${year}-${month}-${day}T23:59:59+08:00`,
]
const noise = fc.constantFrom('', ' ', '\u3000', '\t', '\u200B', '\uFEFF', '\u00A0', '\u202A')

describe('a cell of a day', () => {
  it.each(of14March)('is 14 March 1968 as %s', (raw) => {
    expect(readCell('day', raw)).toMatchObject({ value: '1968-03-14' })
  })

  it.each([
    ['二〇〇五年十月一日', '2005-10-01'],
    ['二○○五年十二月三十一日', '2005-12-31'],
    ['二零零五年十月廿日', '2005-10-20'],
    ['二OO五年十月卅日', '2005-10-30'],
    ['二00五年元月廿四日', '2005-01-24'],
    ['二〇〇五年十月卅一日', '2005-10-31'],
    ['贰零零伍年零壹拾月零贰拾日', '2005-10-20'],
    ['2005年十一月二十日', '2005-11-20'],
    // The clocks of China stood at UTC+9 in the summers of 1986 to 1991.
    ['1988-06-30T15:00:00Z', '1988-07-01'],
    ['1988-07-01T23:30:00+08:00', '1988-07-01'],
    ['2025-03-01T20:00:00-05:00', '2025-03-02'],
    ['45931.5', '2025-10-01'],
  ])('is read: %s', (raw, value) => {
    expect(readCell('day', raw)).toMatchObject({ value })
  })

  it.each(refused)('is none as %s: %s', (raw, fault) => {
    expect(readCell('day', raw)).toEqual({ fault })
  })

  it('is told when an instant elsewhere is another day in China', () => {
    expect(readCell('day', '1968-03-13T16:00:00Z')).toMatchObject({ repairs: ['DAY_FORM', 'DAY_ZONE'] })
    expect(readCell('day', '1968-03-14T00:00:00Z')).toMatchObject({ repairs: ['DAY_FORM'] })
  })

  it('is the day that was written, in every way to write one, whatever stands around it', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...writings), noise, noise, (day, write, before, behind) => {
        const [year = '', month, date] = day.split('-')
        expect(readCell('day', before + write(year, Number(month), Number(date)) + behind)).toMatchObject({
          value: day,
        })
      }),
    )
  })

  it('is never a day of another year, month or date than stand in it', () => {
    const scraps = fc.constantFrom(
      ...'0 1 2 3 4 9 19 20 68 03 14 1968 2005 - / . 年 月 日 号 : T Z + 一 二 十 廿 〇 上午 AM Mar 星期四'.split(' '),
      ' ',
    ) // prettier-ignore
    fc.assert(
      fc.property(fc.array(scraps, { minLength: 1, maxLength: 12 }), (parts) => {
        const raw = parts.join('')
        const read = readCell('day', raw)
        if ('fault' in read || read.value === undefined || read.repairs.includes('SERIAL_DAY')) return
        if (read.repairs.includes('DAY_ZONE')) return
        expect(isDay(String(read.value))).toBe(true)
        const arabic = raw.replaceAll(/[一二〇]/g, (one) => String(han.indexOf(one)))
        expect(arabic.replaceAll(/\D/g, '')).toContain(String(read.value).slice(0, 4))
      }),
      { numRuns: 2000 },
    )
  })

  it('is read again as it was read', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readCell('day', day)).toEqual({ value: day, repairs: [] })
      }),
    )
  })
})
