import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { dayAfter } from './day.ts'

// Only the data of `chinese-days` is used: its functions read the machine's local date, and are a day off west of
// Greenwich.

/** The years whose holidays the State Council has published, as `chinese-days` carries them. */
const published = { from: '2004-01-01', to: '2026-12-31' }

const holidays = new Set(Object.keys(calendar.holidays))
const madeUpFor = new Set(Object.keys(calendar.workdays))

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay())

/**
 * Whether offices work on a day: weekends and holidays off, make-up days worked. Null where the holidays of its year
 * are not published yet: nobody can say then.
 */
export const isWorkingDay = (day: string): boolean | null => {
  if (day < published.from || day > published.to) return null
  return madeUpFor.has(day) || !(holidays.has(day) || isWeekend(day))
}

const counts = new Map<string, number>()

/** Working days from the first day that is published up to and with a day. */
const workedUpTo = (day: string): number => {
  if (counts.size === 0)
    for (let next = published.from, worked = 0; next <= published.to; next = dayAfter(next)) {
      if (isWorkingDay(next)) worked++
      counts.set(next, worked)
    }
  return counts.get(day)!
}

/**
 * Working days after the day `from`, up to and with `to`; 0 where `to` is not after `from`. Null where the holidays
 * of a day in it are not published yet.
 */
export const workingDaysBetween = (from: string, to: string): number | null => {
  if (from < published.from || to > published.to) return null
  return to <= from ? 0 : workedUpTo(to) - workedUpTo(from)
}

/** The n-th working day after a day (`days` at least 1); null where it lies in a year that is not published yet. */
export const workingDayAfter = (day: string, days: number): string | null => {
  let left = days
  for (let next = dayAfter(day); ; next = dayAfter(next)) {
    const works = isWorkingDay(next)
    if (works === null) return null
    if (works && --left === 0) return next
  }
}
