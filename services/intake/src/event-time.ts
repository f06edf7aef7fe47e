import type { Fault } from '@hub/runtime/problem.ts'
import { readInstant } from '@hub/schemas/values/day.ts'
import { fault } from './fault.ts'

const tolerance = 5 * 60_000

/** The time of an event in UTC with exactly three decimals; at most five minutes after `now` (ms). RFC 3339. */
export const normalisedTime = (text: string, now: number): string | Fault => {
  const time = readInstant(text)
  if (time === undefined) return fault('TIME', '/time')
  return Date.parse(time) > now + tolerance ? fault('TIME_IN_THE_FUTURE', '/time') : time
}
