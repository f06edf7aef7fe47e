import { monthAfter } from '@hub/schemas/values/day.ts'

/** First and last day of the scenario. */
export const firstDay = '2023-01-01'
export const lastDay = '2025-12-31'

const dayMs = 86_400_000

const texts = new Map<number, string>()
/** The day of a count of days since 1970; a city asks for the same few thousand again and again. */
const dayNumbered = (number: number): string => {
  const known = texts.get(number)
  if (known !== undefined) return known
  const text = new Date(number * dayMs).toISOString().slice(0, 10)
  texts.set(number, text)
  return text
}

const numbers = new Map<string, number>()
const numberOf = (day: string): number => {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(`${day}T00:00:00Z`) / dayMs
  numbers.set(day, number)
  return number
}

/** A calendar day a number of days after another. */
export const dayAfter = (day: string, days: number): string => dayNumbered(numberOf(day) + days)

/** Days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)

/** Months from one month to another. */
export const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))

/** The months of the scenario, first to last. */
export const months: readonly string[] = Array.from({ length: 36 }, (_, n) => monthAfter(firstDay.slice(0, 7), n))

/** The last day of a month. */
export const endOfMonth = (month: string): string => dayAfter(`${monthAfter(month, 1)}-01`, -1)

/** The day in Asia/Shanghai of an instant in ms. */
export const dayOfInstant = (instant: number): string => dayNumbered(Math.floor((instant + 8 * 3_600_000) / dayMs))

/** An hour of a day in Asia/Shanghai, ms. */
export const hourOf = (day: string, hour: number): number => numberOf(day) * dayMs + (hour - 8) * 3_600_000

/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other)

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other)
