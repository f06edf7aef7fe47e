import { compareText } from '@hub/file/fact.ts'
import { workingDaysBetween } from '@hub/schemas/values/working-days.ts'

/** A step that stops a case's clock from the next day on, or lets it run from the next day on; each reason by itself. */
export type ClockStep = { turn: 'stop' | 'start'; reason: string; day: string }

/** The steps of `[["stop", "公示", "2025-10-09"], …]`. */
export const readSteps = (json: string): ClockStep[] =>
  (JSON.parse(json) as [ClockStep['turn'], string, string][]).map(([turn, reason, day]) => ({ turn, reason, day }))

type Stand = { from: string; to: string }

/** From which day to which the clock stands for one reason; up to `end` where it was not started again. */
const standsOf = (steps: readonly ClockStep[], end: string): Stand[] => {
  const stands: Stand[] = []
  let stoppedOn: string | undefined
  // Of one day the start comes first: it ends what stood before.
  const inOrder = steps.toSorted((one, other) => compareText(one.day, other.day) || compareText(one.turn, other.turn))
  for (const { turn, day } of inOrder) {
    if (turn === 'stop') stoppedOn ??= day
    else if (stoppedOn !== undefined) {
      stands.push({ from: stoppedOn, to: day })
      stoppedOn = undefined
    }
  }
  return stoppedOn === undefined ? stands : [...stands, { from: stoppedOn, to: end }]
}

/** Spans of days that overlap or touch, as one each. */
const merged = (stands: readonly Stand[]): Stand[] => {
  const result: Stand[] = []
  for (const stand of stands.toSorted((one, other) => compareText(one.from, other.from))) {
    const last = result.at(-1)
    if (!last || stand.from > last.to) result.push({ ...stand })
    else if (stand.to > last.to) last.to = stand.to
  }
  return result
}

/**
 * The working days on a case's clock: after the day of acceptance up to and with that of the decision, without those on
 * which the clock stood. A day for two reasons at once is left out once. Null where a calendar is not published yet.
 */
export const clockDays = (acceptedOn: string, decidedOn: string, steps: readonly ClockStep[]): number | null => {
  const byReason = Map.groupBy(steps, ({ reason }) => reason)
  const stands = merged([...byReason.values()].flatMap((own) => standsOf(own, decidedOn)))
    .map(({ from, to }) => ({ from: from < acceptedOn ? acceptedOn : from, to: to > decidedOn ? decidedOn : to }))
    .filter(({ from, to }) => from < to)
  const all = workingDaysBetween(acceptedOn, decidedOn)
  const stood = stands.map(({ from, to }) => workingDaysBetween(from, to))
  return all === null || stood.includes(null) ? null : all - stood.reduce<number>((sum, days) => sum + (days ?? 0), 0)
}
