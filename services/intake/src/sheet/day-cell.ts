import { dayOf, isDay, readInstant } from '@hub/schemas/values/day.ts'
import type { CellRead } from './cell.ts'
import { hyphenLike, type Step } from './clean-cell.ts'
import { splitClock } from './clock-time.ts'
import { smallNumberOf, yearOf } from './han-number.ts'

/** Day of a spreadsheet's serial number. Day 0 is 1899-12-30: spreadsheets keep a 29 February 1900 that never was. */
export const dayOfSerial = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)

/** Four digits are a year, not a serial number of before 1927. */
const serial = /^(\d{5})(?:\.\d+)?$/
const compact = /^(\d{4})(\d{2})(\d{2})(?:\.0+|([01]\d|2[0-4])[0-5]\d[0-5]\d(?:\.0+)?)?$/

const between = `(?:\\s*[${hyphenLike}/\\\\\\u2044\\u2215.\\u3002\\uFF61,\\u3001\\u00B7_]\\s*|\\s+)`
const separated = new RegExp(`^(\\d{4})${between}(\\d{1,2})${between}(\\d{1,2})日?$`)
const yearFirst = new RegExp(`^\\d{2}${between}\\d{1,2}${between}\\d{1,2}日?$`)
const yearShort = new RegExp(`^\\d{1,2}${between}(\\d{1,2}|[A-Za-z]{3,9}|\\d{1,2}月)${between}\\d{2}$`)
const yearLast = new RegExp(`^\\d{1,2}${between}\\d{1,2}${between}\\d{4}$`)
const named = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?${between}([A-Za-z]{3,9})\\.?${between}(\\d{4})$|^([A-Za-z]{3,9})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`,
)
/** Oracle in Chinese: 14-3月 -1968. */
const monthMarked = new RegExp(`^(\\d{1,2})${between}(\\d{1,2})月${between}(\\d{4})$`)
const chinese = /^(\S{2,4}?)\s*年\s*(\S{1,4}?)\s*月(?:份)?\s*(\S{1,5}?)\s*([日号號]?)$/

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthNames = 'january february march april may june july august september october november december'.split(' ')
const monthOf = (name: string): number | undefined => {
  const lower = name.toLowerCase()
  const at = [months.indexOf(lower), monthNames.indexOf(lower), lower === 'sept' ? 8 : -1].find((index) => index >= 0)
  return at === undefined ? undefined : at + 1
}

const era =
  /民国|民國|公元前|西元前|光绪|光緒|宣统|宣統|昭和|平成|令和|大正|佛历|回历|藏历|农历|農曆|阴历|陰曆|旧历|舊曆|夏历/
const lunar =
  /正月|腊月|臘月|冬月|闰|閏|初[一二三四五六七八九十]|除夕|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/
const otherCalendar = new RegExp(`${era.source}|${lunar.source}`)

/** An offset at the end of a text. */
export const zone = /\s*(Z|z|UTC|GMT|CST|[+-]\d{2}:?\d{2}(?:\s+CST)?)$/
const weekday = /\s*\(?(?:星期|周|礼拜|禮拜)([一二三四五六日天])\)?(?=\s|$|上|下|中|凌|早|晚)/
const weekdays = '日一二三四五六'
/** JavaScript's, Java's and RFC 2822's: Thu Mar 14 1968 00:00:00 GMT+0800 (…), Thu Mar 14 00:00:00 CST 1968. */
const program =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat),? ([A-Z][a-z]{2}) (\d{1,2})(?: (\d{4}) [\d:]{8} GMT\+0800(?: \([^)]*\))?| [\d:]{8} (?:CST|GMT\+08:00) (\d{4}))$/
const programWeekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

type Fields = readonly [year: string | undefined, month: number | string | undefined, day: number | string | undefined]

const dayOfFields = ([year, month, day]: Fields): string | undefined => {
  if (year === undefined || month === undefined || day === undefined) return undefined
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(value) ? value : undefined
}

const chineseFields = (match: RegExpExecArray): Fields => {
  const [, year = '', month = '', day = '', mark] = match
  // Without 日 a day that is written 廿四 is one of the moon's months.
  if (mark === '' && /[廿卄卅]/.test(day)) return [undefined, undefined, undefined]
  return [yearOf(year), month === '元' ? 1 : smallNumberOf(month), smallNumberOf(day)]
}

const fieldsOf = (text: string): Fields => {
  const inOrder = separated.exec(text) ?? compact.exec(text)
  if (inOrder) return [inOrder[1], inOrder[2], inOrder[3]]
  const inChinese = chinese.exec(text)
  if (inChinese) return chineseFields(inChinese)
  const marked = monthMarked.exec(text)
  if (marked) return [marked[3], marked[2], marked[1]]
  const english = named.exec(text)
  return english
    ? [english[3] ?? english[6], monthOf(english[2] ?? english[4]!), english[1] ?? english[5]]
    : [undefined, undefined, undefined]
}

/** Whether the year is said by its last two digits: nobody but the office knows the century. */
const isShortYear = (text: string) => {
  const year = /^(\S{2})\s*年.*月/.exec(text)?.[1]
  return yearFirst.test(text) || yearShort.test(text) || (year !== undefined && yearOf(`19${year}`) !== undefined)
}

const weekdayOf = (day: string) => new Date(`${day}T00:00:00.000Z`).getUTCDay()

/** The instant that a cell writes with its offset; undefined for none, and for the clocks of China, whose day is as written. */
const dayInChina = (date: string, said: string, offset: string | undefined): string | undefined => {
  const [, hours = '', minutes = '', seconds = '00'] = /(\d{1,2}):(\d\d)(?::(\d\d))?/.exec(said) ?? []
  if (offset === undefined || /^(CST|\+08:?00)/.test(offset)) return date
  const zoned = /^[+-]/.test(offset) ? offset.replace(/^(...):?(..).*$/, '$1:$2') : 'Z'
  const at = readInstant(`${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}${zoned}`)
  return at === undefined ? undefined : dayOf(at)
}

const readProgram = (match: RegExpExecArray): string | undefined => {
  const [, weekdayName = '', month = '', day = '', one, other] = match
  const value = dayOfFields([one ?? other, monthOf(month), day])
  return value !== undefined && weekdayOf(value) === programWeekdays.indexOf(weekdayName) ? value : undefined
}

/** An instant as programs print it, as people write it: 2025-03-01 09:30:00+08:00; undefined for any other text. */
export const programClock = (text: string): string | undefined => {
  const match = program.exec(text)
  const day = match ? readProgram(match) : undefined
  const clock = /\d\d:\d\d:\d\d/.exec(text)?.[0]
  return day === undefined ? undefined : `${day} ${clock}${text.includes('GMT+0800') ? '+08:00' : ''}`
}

/** A day with what may stand around it: an era's name, a weekday, a time of day, an offset. */
const readWritten = (text: string): CellRead => {
  const offset = /:\d\d.*/.test(text) ? zone.exec(text) : null
  const unzoned = offset ? text.slice(0, offset.index) : text
  const saidWeekday = weekday.exec(unzoned)
  const plain = saidWeekday ? unzoned.replace(saidWeekday[0], ' ').trim() : unzoned
  const saidTime = splitClock(plain)
  if (offset && !saidTime) return { fault: 'CELL_DAY' }
  const bare = (saidTime?.date ?? plain)
    .replace(/^(?:公元|西元|公历|公曆|阳历|新历)\s*/, '')
    .replace(/\s*[.,;。，；、]+$/, '')
    .trim()
  const date = dayOfFields(fieldsOf(bare))
  if (date === undefined) {
    if (yearLast.test(bare)) return { fault: 'CELL_DAY_ORDER' }
    return { fault: isShortYear(bare) ? 'CELL_DAY_YEAR' : 'CELL_DAY' }
  }
  if (saidWeekday && weekdays.replace('天', '日').indexOf(saidWeekday[1]!.replace('天', '日')) !== weekdayOf(date))
    return { fault: 'CELL_DAY_WEEKDAY' }
  const value = dayInChina(date, saidTime?.said ?? '', offset?.[1])
  if (value === undefined) return { fault: 'CELL_DAY' }
  return { value, repairs: value === date ? [] : ['DAY_ZONE'] }
}

/**
 * A day as sheets have it: 2025-10-01, 2025/10/1, 2025.10.1., 2025年10月1日, 二〇二五年十月一日, 20251001, 45931, with a
 * weekday, a time of day or an offset. The time is left out; an instant with another offset than China's is the day that it
 * was in China. What could be two days (3/4/1968, 68-3-14, the calendar of another era) is none.
 */
export const readDay = ({ text, repairs }: Step): CellRead => {
  const numbered = serial.exec(text)
  if (numbered) return { value: dayOfSerial(Number(numbered[1])), repairs: [...repairs, 'SERIAL_DAY'] }
  if (otherCalendar.test(text)) return { fault: 'CELL_DAY_CALENDAR' }
  const spaced = text.replaceAll(/\s+/g, ' ')
  const printed = program.exec(spaced)
  const printedDay = printed ? readProgram(printed) : undefined
  const read: CellRead = printedDay === undefined ? readWritten(spaced) : { value: printedDay, repairs: [] }
  if ('fault' in read) return read
  return {
    value: read.value,
    repairs: [...repairs, ...(read.value === text ? [] : ['DAY_FORM' as const]), ...read.repairs],
  }
}

const dayInNumber =
  /^(?:\d{1,2}月\d{1,2}[日号]|\d{4}年\d{1,2}月(?:\d{1,2}[日号])?|\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}|\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?|\d{1,2}:\d{2}:\d{2})$/

/** Whether a cell of a column of numbers holds a day or a time as spreadsheets show them: 3-1 that became 3月1日. */
export const isDayInNumber = (text: string): boolean => dayInNumber.test(text)
