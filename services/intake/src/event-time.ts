import type { Fault } from '@hub/runtime/problem.ts'
import { isDay } from '@hub/schemas/values/day.ts'
import { fault } from './fault.ts'

const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const tolerance = 5 * 60_000

/** The time of an event in UTC with exactly three decimals; at most five minutes after `now` (ms). RFC 3339. */
export const normalisedTime = (text: string, now: number): string | Fault => {
  const match = form.exec(text)
  const at = match && isDay(match[1]!) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) return fault('TIME', '/time')
  return at > now + tolerance ? fault('TIME_IN_THE_FUTURE', '/time') : new Date(at).toISOString()
}
