import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { dayAfter, dayOfInstant, endOfMonth, hourOf, lastDay } from './calendar.ts'

/** How a system hands over: one CloudEvent a request, a batch, NDJSON, or a sheet through the way of `hub submit`. */
export type Format = 'event' | 'batch' | 'ndjson' | 'sheet'

/** When a system hands over what has happened: `ten days` are the 10th, the 20th and the last of a month (旬报). */
export type Rhythm = 'at once' | 'nightly' | 'ten days' | 'monthly'

/** A system of a department. */
export type System = { department: SubmittingDepartment; format: Format; rhythm: Rhythm }

const of = (department: SubmittingDepartment, format: Format, rhythm: Rhythm): System => ({
  department,
  format,
  rhythm,
})

/** The departments' systems by source, each with its own format and rhythm. */
export const systems = {
  '/departments/veteran-affairs/service-platform': of('veteran-affairs', 'batch', 'nightly'),
  '/departments/civil-affairs/civil-registry': of('civil-affairs', 'ndjson', 'nightly'),
  '/departments/civil-affairs/death-sheet': of('civil-affairs', 'sheet', 'nightly'),
  '/departments/finance/treasury': of('finance', 'ndjson', 'ten days'),
  '/departments/hr/employment': of('hr', 'event', 'at once'),
  '/departments/hr/job-fairs': of('hr', 'batch', 'nightly'),
  '/departments/hr/social-insurance': of('hr', 'ndjson', 'monthly'),
} as const satisfies Record<string, System>

export type Source = keyof typeof systems

/** The system that a department's facts come from where nothing else is said. */
export const mainSystem: Readonly<Record<SubmittingDepartment, Source>> = {
  'veteran-affairs': '/departments/veteran-affairs/service-platform',
  'civil-affairs': '/departments/civil-affairs/civil-registry',
  finance: '/departments/finance/treasury',
  hr: '/departments/hr/employment',
}

/** The last instant of the scenario. */
const end = hourOf(lastDay, 23.9)

const byRhythm = (rhythm: Rhythm, at: number): number => {
  const day = dayOfInstant(at)
  switch (rhythm) {
    case 'at once':
      return at + 60_000
    case 'nightly':
      return hourOf(day, 22)
    case 'ten days': {
      const tens = [`${day.slice(0, 8)}10`, `${day.slice(0, 8)}20`, endOfMonth(day.slice(0, 7))]
      return hourOf(tens.find((ten) => ten >= day)!, 18)
    }
    case 'monthly':
      return hourOf(endOfMonth(day.slice(0, 7)), 18)
    default:
      return rhythm satisfies never
  }
}

/** Sunday of the week of a day. */
const endOfWeek = (day: string) => dayAfter(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

/**
 * When a system hands over what happened at an instant (ms). `weekly` makes every system wait for the end of the week:
 * a small city is played in fewer stops of the clock.
 */
export const handedOverAt = (source: Source, at: number, weekly: boolean): number => {
  const sent = byRhythm(systems[source].rhythm, at)
  return Math.max(at, Math.min(end, weekly ? hourOf(endOfWeek(dayOfInstant(sent)), 23) : sent))
}
