import type { Fact } from '@hub/file/fact.ts'
import type { HistoryMoment, PersonHistory } from '@hub/file/history.ts'
import { changesBetween, type FileChange, fileValues } from './file-values.ts'

/** A difference between a file at two moments, and the event that made it. */
export type ExplainedChange = FileChange & { event: Fact }

/** A moment on the way from one to the other, and the event that this step brings or takes. */
type Step = { moment: HistoryMoment; event: Fact }

const end = '9999'

/**
 * First what came to be known, as of the first time; then what came to be true, as known in the end: each step brings,
 * or takes, one event.
 */
const stepsBetween = (history: PersonHistory, a: HistoryMoment, b: HistoryMoment): Step[] => {
  const known = history.facts
    .filter(({ ordinal }) => ordinal > a.ordinal && ordinal <= b.ordinal)
    .map((event): Step => ({ moment: { asOf: a.asOf, ordinal: event.ordinal }, event }))
  const [from, to] = [a.asOf ?? end, b.asOf ?? end]
  const [low, high] = from < to ? [from, to] : [to, from]
  const between = history
    .factsAt(b.ordinal)
    .filter(({ time }) => time > low && time <= high)
    .toSorted((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : one.ordinal - other.ordinal))
  const forwards = between.map((event): Step => ({ moment: { asOf: event.time, ordinal: b.ordinal }, event }))
  if (from < to) return [...known, ...forwards]
  // Backwards, a step undoes an event by going to the time of the event that happened before it.
  const backwards = between.toReversed().map((event, index, all): Step => {
    const earlier = all[index + 1]?.time ?? low
    return { moment: { asOf: earlier === end ? undefined : earlier, ordinal: b.ordinal }, event }
  })
  return [...known, ...backwards]
}

const inverted = ({ kind, before, after, ...rest }: ExplainedChange): ExplainedChange => ({
  ...rest,
  kind: kind === 'ADDED' ? 'REMOVED' : kind === 'REMOVED' ? 'ADDED' : 'CHANGED',
  ...(after ? { before: after } : {}),
  ...(before ? { after: before } : {}),
})

/**
 * What is otherwise in a file at moment `b` than at `a`, each with the event that made it so: the last one, on the way
 * from `a` to `b`, at which the value changed.
 */
export const compareFile = (history: PersonHistory, a: HistoryMoment, b: HistoryMoment): ExplainedChange[] => {
  if (a.ordinal > b.ordinal) return compareFile(history, b, a).map(inverted)
  const valuesAt = (moment: HistoryMoment) => fileValues(history.at(moment), history.rootOf)
  const begin = valuesAt(a)
  const makers = new Map<string, Fact>()
  let before = begin
  for (const { moment, event } of stepsBetween(history, a, b)) {
    const after = valuesAt(moment)
    for (const { path } of changesBetween(before, after)) makers.set(path, event)
    before = after
  }
  return changesBetween(begin, valuesAt(b)).flatMap((change) => {
    const event = makers.get(change.path)
    return event ? [{ ...change, event }] : []
  })
}
