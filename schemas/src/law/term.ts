import { dayAfter, monthAfter } from '../values/day.ts'
import { workingDayAfter } from '../values/working-days.ts'
import { type LegalEntry, type LegalRule, lawOn } from './legal-rule.ts'

/** A time that the law sets: so many days, working days or months after another day. */
export type Term = { days: number } | { workingDays: number } | { months: number }

const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()

/** The same day so many months later; the last of that month where it has no such day. */
export const monthsAfter = (day: string, months: number): string => {
  const month = monthAfter(day.slice(0, 7), months)
  return `${month}-${String(Math.min(Number(day.slice(8)), daysOf(month))).padStart(2, '0')}`
}

/** The last day of a term that begins on a day, which does not count; null where its working days are not published. */
export const lastDayOf = (term: Term, from: string): string | null => {
  if ('days' in term) return dayAfter(from, term.days)
  return 'months' in term ? monthsAfter(from, term.months) : workingDayAfter(from, term.workingDays)
}

/** What the law says of a term: its last day, and the entry on which that rests. */
export type TermAnswer = {
  /** Null where the holidays of a day in it are not published. */
  lastDay: string | null
  /** Whether it was kept on the day asked for; null where the last day is not known. */
  kept: boolean | null
  entry: LegalEntry<Term>
}

/**
 * Whether something was done within the term that the law of its beginning sets; undefined where no law set one. What came
 * late is a fact all the same: this says what the law says of it.
 * @param from the day after which the term runs
 * @param on the day on which it was done
 */
export const termKept = (rule: LegalRule<Term>, from: string, on: string, region?: string): TermAnswer | undefined => {
  const entry = lawOn(rule, from, region)
  if (!entry) return undefined
  const lastDay = lastDayOf(entry.value, from)
  return { lastDay, kept: lastDay === null ? null : on <= lastDay, entry }
}
