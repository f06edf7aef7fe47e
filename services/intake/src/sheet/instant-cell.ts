import { dayAfter, readInstant } from '@hub/schemas/values/day.ts'
import { isSummerTime } from '@hub/schemas/values/summer-time.ts'
import type { CellRead } from './cell.ts'
import type { Step } from './clean-cell.ts'
import { splitClock } from './clock-time.ts'
import { dayOfSerial, programClock, readDay, zone } from './day-cell.ts'

const dayLength = 86_400_000

/** An instant by the clock of Asia/Shanghai, summer time included, or with the offset that is written. */
const instantAt = (day: string, at: number, offset: string | undefined): string | undefined => {
  const date = at === dayLength ? dayAfter(day) : day
  const clock = new Date(at % dayLength).toISOString().slice(11, 23)
  if (offset !== undefined) return readInstant(`${date}T${clock}${offset}`)
  const summer = Date.parse(`${date}T${clock}+09:00`)
  return isSummerTime(summer) ? new Date(summer).toISOString() : readInstant(`${date}T${clock}+08:00`)
}

/** +0800, UTC, GMT and Z as RFC 3339 has them; CST is China's in what offices write. */
const offsetOf = (said: string | undefined): string | undefined => {
  if (said === undefined || said === 'CST') return undefined
  return /^[+-]/.test(said) ? said.replace(/^(...):?(..).*$/, '$1:$2') : 'Z'
}

/** A serial number with its time of day. Fewer than six decimals say it to the second only where they are exact. */
const serialInstant = (text: string): string | undefined => {
  const [, days, fraction = ''] = /^(\d{5})\.(\d+)$/.exec(text) ?? []
  if (days === undefined) return undefined
  const seconds = Number(`0.${fraction}`) * 86_400
  const whole = Math.round(seconds)
  const isExact = Math.abs(seconds - whole) < 1e-6
  return isExact || fraction.length >= 6 ? instantAt(dayOfSerial(Number(days)), whole * 1000, undefined) : undefined
}

/** An instant in a text; `written` says whether there is a time of day at all, be it clear or not. */
const instantIn = (text: string): { written: boolean; instant: string | undefined } => {
  const exact = readInstant(text)
  if (exact !== undefined) return { written: true, instant: exact }
  if (/^\d{5}\.\d*[1-9]/.test(text)) return { written: true, instant: serialInstant(text) }
  const compact = /^(\d{8})T?(\d{2})(\d{2})(\d{2})$/.exec(text)
  const printed = programClock(text)
  const plain = compact ? `${compact[1]} ${compact[2]}:${compact[3]}:${compact[4]}` : (printed ?? text)
  const saidZone = zone.exec(plain)
  const offset = saidZone && /:\d\d/.test(plain) ? saidZone[1] : undefined
  const split = splitClock(offset === undefined ? plain : plain.slice(0, saidZone!.index))
  if (!split) return { written: printed !== undefined, instant: undefined }
  const day = readDay({ text: split.date, repairs: [] })
  if ('fault' in day || split.at === undefined) return { written: true, instant: undefined }
  return { written: true, instant: instantAt(String(day.value), split.at, offsetOf(offset)) }
}

/**
 * An instant: 2025-10-01 09:30, 2025年10月1日下午3点 by the clock of Asia/Shanghai, or one with its offset. A day alone is none.
 */
export const readInstantCell = (step: Step): CellRead => {
  const { instant } = instantIn(step.text)
  if (instant === undefined) return { fault: 'CELL_INSTANT' }
  return { value: instant, repairs: instant === step.text ? step.repairs : [...step.repairs, 'DAY_FORM'] }
}

/** When an event was: an instant, or the day `YYYY-MM-DD` where the cell says no time of day. */
export const readMoment = (step: Step): CellRead => {
  const { written, instant } = instantIn(step.text)
  if (written && instant === undefined) {
    const day = readDay(step)
    return { fault: 'fault' in day ? day.fault : 'CELL_INSTANT' }
  }
  return instant === undefined ? readDay(step) : readInstantCell(step)
}
