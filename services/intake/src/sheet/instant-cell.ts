import { isDay, readInstant } from '@hub/schemas/values/day.ts'
import { isSummerTime } from '@hub/schemas/values/summer-time.ts'
import type { CellRead } from './cell.ts'
import type { Step } from './clean-cell.ts'
import { readDay } from './day-cell.ts'

const local =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?[T\s]*(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?\s*[分秒]?$/

const two = (digits: string) => digits.padStart(2, '0')

/** The clock of Asia/Shanghai is meant where no offset is written. */
const localInstant = (text: string): string | undefined => {
  const [, year, month, day, hour, minute, second = '00'] = local.exec(text) ?? []
  if (!year || !month || !day || !hour || !minute) return undefined
  const date = `${year}-${two(month)}-${two(day)}`
  if (!isDay(date)) return undefined
  const clock = `${date}T${two(hour)}:${minute}:${second}`
  const standard = readInstant(`${clock}+08:00`)
  if (standard === undefined) return undefined
  const summer = Date.parse(`${clock}+09:00`)
  return isSummerTime(summer) ? new Date(summer).toISOString() : standard
}

const instantIn = (text: string): string | undefined => readInstant(text) ?? localInstant(text)

/** An instant: 2025-10-01 09:30 by the clock of Asia/Shanghai, or RFC 3339 with its offset. A day alone is none. */
export const readInstantCell = (step: Step): CellRead => {
  const instant = instantIn(step.text)
  if (instant === undefined) return { fault: 'CELL_INSTANT' }
  return { value: instant, repairs: instant === step.text ? step.repairs : [...step.repairs, 'DAY_FORM'] }
}

/** When an event was: an instant, or the day `YYYY-MM-DD` where the cell says no time of day. */
export const readMoment = (step: Step): CellRead => {
  const instant = readInstantCell(step)
  return 'fault' in instant ? readDay(step) : instant
}
