import { isDay } from '@hub/schemas/values/day.ts'
import type { CellRead } from './cell.ts'
import type { Step } from './clean-cell.ts'
import { readDay } from './day-cell.ts'

const year = /^(\d{4})\s*年?$/
const yearAndMonth = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/
const compactMonth = /^(\d{4})(0[1-9]|1[0-2])$/

const monthIn = (text: string): string | undefined => {
  const [, ofYear, ofMonth] = yearAndMonth.exec(text) ?? compactMonth.exec(text) ?? []
  if (!ofYear || !ofMonth) return undefined
  const month = `${ofYear}-${ofMonth.padStart(2, '0')}`
  return isDay(`${month}-01`) ? month : undefined
}

const read = (value: string, { text, repairs }: Step): CellRead => ({
  value,
  repairs: value === text ? repairs : [...repairs, 'DAY_FORM'],
})

/**
 * A month as sheets have it: 2025-10, 2025/10, 2025年10月, 202510. A whole date is its month only where it is the first
 * day: so spreadsheets keep a month that they took for a date; another day says something that would be lost.
 */
export const readMonth = (step: Step): CellRead => {
  const month = monthIn(step.text)
  if (month) return read(month, step)
  const day = readDay(step)
  if ('fault' in day || typeof day.value !== 'string' || !day.value.endsWith('-01')) return { fault: 'CELL_MONTH' }
  return { value: day.value.slice(0, 7), repairs: day.repairs }
}

/** A date of which old records may know only the year or the month: 1968, 1968年3月, 1968-03-14. */
export const readPartialDate = (step: Step): CellRead => {
  const [, ofYear] = year.exec(step.text) ?? []
  if (ofYear) return isDay(`${ofYear}-01-01`) ? read(ofYear, step) : { fault: 'CELL_PARTIAL_DATE' }
  const month = monthIn(step.text)
  if (month) return read(month, step)
  const day = readDay(step)
  return 'fault' in day ? { fault: 'CELL_PARTIAL_DATE' } : day
}
