import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { lawOfFact as lawDeciding } from '@hub/schemas/law/law-of-fact.ts'
import type { LegalEntry, LegalRule } from '@hub/schemas/law/legal-rule.ts'
import { beginningFields, beginningOf, lastOf, ownEndOf, paidFromOf } from '@hub/schemas/own-time.ts'
import type { Fact } from './fact.ts'

type Timed = Pick<Fact, 'definition' | 'data' | 'time' | 'lost'>

/** When what a fact says is so: days, months or partial dates. What is not said, or can't be read any more, is missing. */
export type FactSpan = {
  from?: string
  /** The last day or month that is part of it, where the fact itself says it. */
  until?: string
  /** The first month that is paid. */
  paidFrom?: string
}

/** Whether the dates in these fields can't be read any more. */
const areGone = ({ data, lost }: Pick<Fact, 'data' | 'lost'>, fields: readonly string[]): boolean =>
  lost !== 'nothing' && fields.length > 0 && fields.every((field) => data[field] === undefined)

/** When what a fact says is so, by what its type declares. */
export const spanOfFact = ({ definition: declared, data, time, lost }: Timed): FactSpan => {
  const definition: Pick<EventDefinition, 'time'> = declared ?? {}
  // The day of the envelope stands in for a date that nobody said, never for one that is erased.
  const from = areGone({ data, lost }, beginningFields(definition)) ? undefined : beginningOf(definition, data, time)
  const end = ownEndOf(definition, data)
  const paidFrom = paidFromOf(definition, data)
  return {
    ...(from === undefined ? {} : { from }),
    ...(end === undefined ? {} : { until: lastOf(end, from ?? end.at) }),
    ...(paidFrom === undefined ? {} : { paidFrom }),
  }
}

/** What the law decides on a fact's own day, in the region of its office. */
export type LawOfFact = { rule: LegalRule; entry: LegalEntry }

/** The law on which a fact rests, of each question the entry that was in force; none where the day that decides can't be read. */
export const lawOfFact = (fact: Timed): readonly LawOfFact[] => {
  const { definition, data, time } = fact
  if (definition === undefined || areGone(fact, definition.judgedBy ?? beginningFields(definition))) return []
  return definition.law.flatMap((rule) => {
    const entry = lawDeciding(definition, rule, data, time)
    return entry ? [{ rule, entry }] : []
  })
}
