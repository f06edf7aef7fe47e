import type { Fact } from '@hub/file/fact.ts'
import type { PersonHistory } from '@hub/file/history.ts'
import { settle } from '@hub/file/settle.ts'

/** A fact that has been taken back or corrected, and the last event that did it. */
export type Withdrawn = { fact: Fact; by: Fact }

/** What a decision stood on. */
export type Decision = {
  /** True at its time as it was known then. */
  knownThen: readonly Fact[]
  /** True at its time, and known only later. */
  knownLater: readonly Fact[]
  /** Known then, and taken back or corrected since. */
  withdrawnSince: readonly Withdrawn[]
}

/** What was known of a person when an event was recorded, and what has become of it up to an ordinal. */
export const decisionOf = (history: PersonHistory, event: Fact, upTo: number): Decision => {
  const isTrueThen = ({ time, eventId }: Fact) => time <= event.time && eventId !== event.eventId
  const effective = (ordinal: number) => settle(history.factsAt(ordinal), { ordinal }).filter(isTrueThen)
  const knownThen = effective(event.ordinal - 1)
  const now = effective(upTo)
  const still = new Set(now.map(({ eventId }) => eventId))
  const rootsThen = new Set(knownThen.map(({ eventId }) => history.rootOf(eventId)))
  const withdrawnSince = knownThen
    .filter(({ eventId }) => !still.has(eventId))
    .flatMap((fact): Withdrawn[] => {
      const root = history.rootOf(fact.eventId)
      const by = history
        .factsAt(upTo)
        .findLast(({ eventId, ordinal }) => ordinal > event.ordinal && history.rootOf(eventId) === root)
      return by ? [{ fact, by }] : []
    })
  const knownLater = now.filter(
    ({ ordinal, eventId }) => ordinal > event.ordinal && !rootsThen.has(history.rootOf(eventId)),
  )
  return { knownThen, knownLater, withdrawnSince }
}
