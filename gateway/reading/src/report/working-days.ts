import chineseDays from 'chinese-days'

/** The years whose holidays the State Council has published, as `chinese-days` carries them. */
const published = { from: '2004-01-01', to: '2026-12-31' }

const known = new Map<string, boolean>()

/** Whether offices work on a day: weekends and holidays off, make-up days worked. */
const isWorkingDay = (day: string): boolean => {
  const before = known.get(day)
  if (before !== undefined) return before
  const works = chineseDays.isWorkday(day)
  known.set(day, works)
  return works
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/**
 * Working days after the day `from`, up to and with `to`. Null where the holidays of a day in it are not published
 * yet: nobody can say then.
 */
export const workingDaysBetween = (from: string, to: string): number | null => {
  if (from < published.from || to > published.to) return null
  let days = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (isWorkingDay(day)) days++
  return days
}
