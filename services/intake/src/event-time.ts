import type { Fault } from '@hub/runtime/problem.ts'
import { readInstant } from '@hub/schemas/values/day.ts'
import { fault } from './fault.ts'
import { senderNotice } from './sender-notices.ts'

const tolerance = 5 * 60_000

/** The time of an event, and what its sender is told of it. */
export type EventTime = { time: string; notices: readonly Fault[] } | { fault: Fault }

/** Sixty seconds past a minute (RFC 3339, 5.7), and what stands before and behind them. */
const leapSecond = /^(.*T\d\d:\d\d:)60(?:\.\d+)?(Z|[+-].*)$/

/** The last millisecond before a leap second, which is the last second of a month in UTC; undefined for all else. */
const beforeLeapSecond = (text: string): string | undefined => {
  const [, minute, offset] = leapSecond.exec(text) ?? []
  const before = minute === undefined ? undefined : readInstant(`${minute}59.999${offset}`)
  if (before === undefined) return undefined
  const next = new Date(Date.parse(before) + 1).toISOString()
  return next.endsWith('-01T00:00:00.000Z') ? before : undefined
}

/**
 * The time of an event in UTC with exactly three decimals; at most five minutes after `now` (ms). RFC 3339: `t` and `z`
 * may be small, and a leap second is told as the millisecond before it.
 */
export const normalisedTime = (text: string, now: number): EventTime => {
  const written = text.toUpperCase()
  const asWritten = readInstant(written)
  const time = asWritten ?? beforeLeapSecond(written)
  if (time === undefined) return { fault: fault('TIME', '/time') }
  if (Date.parse(time) > now + tolerance) return { fault: fault('TIME_IN_THE_FUTURE', '/time') }
  return { time, notices: asWritten === undefined ? [senderNotice('LEAP_SECOND', '/time')] : [] }
}
