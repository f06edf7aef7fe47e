import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { rankOf } from './authority.ts'
import type { Fact } from './fact.ts'
import type { Claim, Section, Source, Statement } from './file.ts'

/** Where what a fact says comes from. */
export const sourceOf = (fact: Fact): Source => ({
  department: fact.department,
  eventId: fact.eventId,
  type: fact.type,
  occurredAt: fact.time,
  recordedAt: fact.knownTime,
})

/** A claim that one department makes alone. */
export const claimOf = <T>(value: T, fact: Fact): Claim<T> => ({
  value,
  source: sourceOf(fact),
  disputed: false,
  alternatives: [],
})

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

/**
 * The claim after a department has said `value`: its own earlier statement is replaced, the department in authority
 * rules, and the claim is disputed while the last words of two departments differ.
 */
export const stated = <T>(section: Section, claim: Claim<T> | undefined, value: T, fact: Fact): Claim<T> => {
  const others: readonly Statement<T>[] = claim
    ? [{ value: claim.value, source: claim.source }, ...claim.alternatives].filter(
        ({ source }) => source.department !== fact.department,
      )
    : []
  const [ruling, ...alternatives] = [{ value, source: sourceOf(fact) }, ...others].toSorted(
    (one, other) => rankOf(section, one.source.department) - rankOf(section, other.source.department),
  ) as [Statement<T>, ...Statement<T>[]]
  return { ...ruling, alternatives, disputed: alternatives.some((statement) => !same(statement.value, ruling.value)) }
}
