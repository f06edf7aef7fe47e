import { withPointMoved } from './decimal-point.ts'
import { type NumberFormat, showsTime } from './number-format.ts'
import type { CellType } from './sheet-row.ts'

/** A cell of a workbook: its text, and its type where it is no text. */
export type WorkbookCell = { text: string; type?: CellType }

/** The days from which workbooks count: of Windows (1900), and of old Macs (1904). */
export type DaySystem = '1900' | '1904'

/** Day 0 is 1899-12-30: spreadsheets keep a 29 February 1900 that never was. */
const dayZero: Readonly<Record<DaySystem, number>> = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) }

const secondsADay = 86_400
/** 9999-12-31: after it no workbook shows a day. */
const lastDay = 2_958_466

/** A number without exponent, of the digits that tell it apart. */
const plainDecimal = (text: string): string => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(
    text,
  )!
  const shown = withPointMoved(whole, fraction, Number(exponent))
  return `${shown === '0' ? '' : sign}${shown}`
}

/** Digits that spreadsheets keep of a number. */
const keptDigits = 15

/**
 * A number of a workbook as it was typed: the shortest decimal of the 15 digits that a spreadsheet keeps, 1020.1 for
 * 1020.0999999999999. Whole numbers that a program has written out stay as they are; what was longer than 15 digits when
 * typed has lost them, and keeps its exponent so that nobody takes it for whole.
 */
export const typedNumber = (raw: string): string | undefined => {
  const text = raw.trim()
  if (/^-?\d+$/.test(text)) return text.replace(/^(-?)0+(?=\d)/, '$1')
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return undefined
  const kept = value.toExponential(keptDigits - 1)
  if (Math.abs(value) < 10 ** keptDigits) return plainDecimal(String(Number(kept)))
  return String(Number(kept)).includes('e') ? String(Number(kept)) : kept.replace(/\.?0*e/, 'e')
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** A time of day, or a duration, in seconds: 09:30:00. */
export const clockOf = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')

/** The day, and the time of day if there is one, of a serial number. */
const dayCell = (serial: number, system: DaySystem, format: NumberFormat): WorkbookCell | undefined => {
  if (serial < 0 || serial >= lastDay) return undefined
  const seconds = Math.round(serial * secondsADay)
  const days = Math.floor(seconds / secondsADay)
  const rest = seconds % secondsADay
  const clock = clockOf(rest)
  if (format === 'duration') return { text: clockOf(seconds), type: 'time' }
  if (days === 0 && (system === '1900' || format === 'time')) return { text: clock, type: 'time' }
  // The 29 February 1900 that never was.
  if (days === 60 && system === '1900') return undefined
  const day = new Date(dayZero[system] + (days < 60 && system === '1900' ? days + 1 : days) * secondsADay * 1000)
    .toISOString()
    .slice(0, 10)
  // 1968年3月 is kept as its first day; nobody has said that day.
  if (format === 'month' && day.endsWith('-01')) return { text: day.slice(0, 7), type: 'day' }
  return { text: rest === 0 ? day : `${day} ${clock}`, type: 'day' }
}

/** A cell that holds a number, by its number format. */
export const numberCell = (raw: string, format: NumberFormat, system: DaySystem): WorkbookCell => {
  const text = typedNumber(raw)
  if (text === undefined) return { text: raw, type: 'error' }
  if (showsTime(format)) return dayCell(Number(raw), system, format) ?? { text, type: 'number' }
  if (typeof format === 'object' && /^\d+$/.test(text))
    return { text: text.padStart(format.digits, '0'), type: 'number' }
  return { text, type: format === 'scaled' ? 'scaled' : 'number' }
}
