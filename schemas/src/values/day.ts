import { z } from 'zod'
import { formWords } from '../form-words.ts'
import { isSummerTime } from './summer-time.ts'
import { valueKinds } from './value-kinds.ts'

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthsOf30 = new Set([4, 6, 9, 11])
const daysInMonth = (year: number, month: number) =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : monthsOf30.has(month) ? 30 : 31

const dayForm = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a real calendar day `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!dayForm.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. */
export const day = z
  .string()
  .refine(isDay, { error: 'a real date YYYY-MM-DD is needed', params: { fault: 'DAY' } })
  .register(valueKinds, { kind: 'day' })

/** A month `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^(1[89]|[2-9]\d)\d{2}-(0[1-9]|1[0-2])$/)
  .register(formWords, { en: 'a month YYYY-MM is needed', zh: '应为月份 YYYY-MM' })
  .register(valueKinds, { kind: 'month' })

/** A date of which old records may know only the year or the month: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDate = z
  .string()
  .refine((text) => isDay(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text), {
    error: 'YYYY, YYYY-MM or YYYY-MM-DD is needed',
    params: { fault: 'PARTIAL_DATE' },
  })
  .register(valueKinds, { kind: 'partialDate' })

const isInstant = (text: string): boolean => {
  const at = Date.parse(text)
  // `Date.parse` rolls 30 February and 24:00 over into the next day: only what comes back as it was is an instant.
  return !Number.isNaN(at) && new Date(at).toISOString() === text && text.length === 24
}

const withOffset = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
/** The ending of an instant in UTC with three decimals. */
const inHubsForm = /\.\d{3}Z$/

/**
 * An instant in UTC with three decimals, of one with any offset (RFC 3339); undefined where it is none. Without an
 * offset it is none: each machine would read it in its own zone.
 */
export const readInstant = (text: string): string | undefined => {
  if (!withOffset.test(text) || !isDay(text.slice(0, 10))) return undefined
  return inHubsForm.test(text) ? text : new Date(Date.parse(text)).toISOString()
}

/** An instant in UTC with exactly three decimals, `2025-03-01T00:00:00.000Z`. */
export const instant = z
  .string()
  .refine(isInstant, {
    error: 'an instant YYYY-MM-DDThh:mm:ss.sssZ is needed',
    params: { fault: 'INSTANT' },
  })
  .register(valueKinds, { kind: 'instant' })

const hour = 3_600_000
const offsetAt = (at: number) => (isSummerTime(at) ? 9 : 8) * hour

/** The calendar day in Asia/Shanghai of an instant. */
export const dayOf = (at: string): string => {
  if (at !== last.at) {
    const instant = Date.parse(at)
    last = { at, day: new Date(instant + offsetAt(instant)).toISOString().slice(0, 10) }
  }
  return last.day
}

// The rules of an event ask for its day one after another.
let last: { at: string | undefined; day: string } = { at: undefined, day: '' }

/** The month in Asia/Shanghai of an instant. */
export const monthOf = (at: string): string => dayOf(at).slice(0, 7)

const startOf = (text: string): number => {
  const midnight = Date.parse(`${text}T00:00:00.000Z`)
  return midnight - offsetAt(midnight - 9 * hour)
}

/** The instant at which a day begins in Asia/Shanghai, in UTC. */
export const startOfDay = (text: string): string => new Date(startOf(text)).toISOString()

/** The calendar day a number of days after another; before it where the number is negative. */
export const dayAfter = (text: string, days = 1): string =>
  new Date(Date.parse(`${text}T00:00:00.000Z`) + days * 24 * hour).toISOString().slice(0, 10)

/** The month a number of months after another; before it where the number is negative. */
export const monthAfter = (text: string, months = 1): string => {
  const count = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The last millisecond of a day in Asia/Shanghai, in UTC. */
export const endOfDay = (text: string): string => new Date(startOf(dayAfter(text)) - 1).toISOString()

/** Whether a day or partial date is before another; one that is less exact is compared as exactly as both are known. */
export const isEarlier = (one: string, other: string): boolean => {
  if (one.length === other.length) return one < other
  const exactness = Math.min(one.length, other.length)
  return one.slice(0, exactness) < other.slice(0, exactness)
}
