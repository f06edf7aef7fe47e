import { isDay } from '@hub/schemas/values/day.ts'
import type { CellRead } from './cell.ts'
import { hyphenLike, type Step } from './clean-cell.ts'
import { readDay } from './day-cell.ts'
import { smallNumberOf, yearOf } from './han-number.ts'

const year = /^(\S{4})\s*年?$/
const yearAndMonth = new RegExp(`^(\\d{4})\\s*(?:[${hyphenLike}/.年。．]|\\s)\\s*(\\d{1,2})\\s*(?:月份?)?$`)
const inChinese = /^(\S{4})\s*年\s*(\S{1,4}?)\s*月份?$/
const compactMonth = /^(\d{4})(0[1-9]|1[0-2])$/
const shortYear = /^(?:\d{2}|[^\d\s]{2})年.*月|^\d{2}[-/.]\d{1,2}$|^[A-Za-z]{3,9}-\d{2}$/
/** January, or what a spreadsheet has made of 2025.10, a number that ends in a zero. */
const lostZero = /^\d{4}[.．]1$/

const monthIn = (text: string): string | undefined => {
  const bare = text.replace(/^(?:公元|公历)\s*/, '')
  const [, plainYear, plainMonth] = yearAndMonth.exec(bare) ?? compactMonth.exec(bare) ?? []
  const [, hanYear = '', hanMonth = ''] = plainYear ? [] : (inChinese.exec(bare) ?? [])
  const ofYear = plainYear ?? yearOf(hanYear)
  const ofMonth = plainMonth ?? (hanMonth === '元' ? 1 : smallNumberOf(hanMonth))
  if (ofYear === undefined || ofMonth === undefined) return undefined
  const month = `${ofYear}-${String(ofMonth).padStart(2, '0')}`
  return isDay(`${month}-01`) ? month : undefined
}

const read = (value: string, { text, repairs }: Step): CellRead => ({
  value,
  repairs: value === text ? repairs : [...repairs, 'DAY_FORM'],
})

/**
 * A month as sheets have it: 2025-10, 2025/10, 2025年10月, 二〇二五年十月, 202510. A whole date is its month only where it is
 * the first day: so spreadsheets keep a month that they took for a date; another day says something that would be lost.
 */
export const readMonth = (step: Step): CellRead => {
  if (lostZero.test(step.text)) return { fault: 'CELL_MONTH_ZERO' }
  const month = monthIn(step.text)
  if (month) return read(month, step)
  if (shortYear.test(step.text)) return { fault: 'CELL_DAY_YEAR' }
  const day = readDay(step)
  if ('fault' in day) return { fault: day.fault === 'CELL_DAY' ? 'CELL_MONTH' : day.fault }
  if (typeof day.value !== 'string' || !day.value.endsWith('-01')) return { fault: 'CELL_MONTH' }
  return { value: day.value.slice(0, 7), repairs: day.repairs }
}

/** A date of which old records may know only the year or the month: 1968, 一九六八年, 1968年3月, 1968-03-14. */
export const readPartialDate = (step: Step): CellRead => {
  if (lostZero.test(step.text)) return { fault: 'CELL_MONTH_ZERO' }
  const ofYear = yearOf(year.exec(step.text)?.[1] ?? '')
  if (ofYear) return isDay(`${ofYear}-01-01`) ? read(ofYear, step) : { fault: 'CELL_PARTIAL_DATE' }
  const month = monthIn(step.text)
  if (month) return read(month, step)
  const day = readDay(step)
  return 'fault' in day ? { fault: day.fault === 'CELL_DAY' ? 'CELL_PARTIAL_DATE' : day.fault } : day
}
