import { formatReplaces } from '@hub/schemas/envelope.ts'
import type { Fact } from './fact.ts'

/** What settling looks at; the views settle rows without their data. */
export type Settleable = Pick<
  Fact,
  'eventId' | 'name' | 'department' | 'stream' | 'revision' | 'ordinal' | 'source' | 'id' | 'replaces'
>

const identityOf = (fact: Settleable) => `${fact.stream} ${formatReplaces(fact)}`

const isRetraction = (fact: Pick<Settleable, 'name'>) => fact.name === 'FactRetracted'

/** Whether anything was ever said of a person: who has only retractions of nothing was never met, and has no file. */
export const wasMet = (facts: readonly Pick<Settleable, 'name'>[]): boolean => facts.some((fact) => !isRetraction(fact))

/** One fact with everything said about it: the first statement, its corrections, and the retractions that aim at any of them. */
type Group<F> = { root: F; versions: F[]; retractions: F[] }

const groupFacts = <F extends Settleable>(facts: readonly F[]) => {
  const byIdentity = new Map(facts.map((fact) => [identityOf(fact), fact]))
  const targetOf = (fact: F): F | undefined => {
    if (fact.replaces === undefined) return undefined
    const target = byIdentity.get(`${fact.stream} ${fact.replaces}`)
    if (!target || target.revision >= fact.revision || target.department !== fact.department) return undefined
    return isRetraction(fact) || target.name === fact.name ? target : undefined
  }
  const rootOf = (fact: F): F => {
    let root = fact
    for (let target = targetOf(root); target; target = targetOf(root)) root = target
    return root
  }
  const groups = new Map<F, Group<F>>()
  for (const fact of facts) {
    const root = rootOf(fact)
    const group = groups.get(root) ?? { root, versions: [], retractions: [] }
    groups.set(root, group)
    if (isRetraction(fact) && root !== fact) group.retractions.push(fact)
    else group.versions.push(fact)
  }
  const byRevision = (one: F, other: F) => one.revision - other.revision
  for (const group of groups.values()) {
    group.versions.sort(byRevision)
    group.retractions.sort(byRevision)
  }
  return { groups: [...groups.values()], targetOf }
}

/** The version that stands at an ordinal; undefined when the fact is retracted, or not yet known. */
const standing = <F extends Settleable>(group: Group<F>, targetOf: (fact: F) => F | undefined, ordinal: number) => {
  const struck = new Set<F>()
  let wholeUpTo = -1
  // Newest first: whether a retraction counts is known before its target is looked at.
  for (const retraction of group.retractions.toReversed()) {
    if (retraction.ordinal > ordinal || struck.has(retraction)) continue
    const target = targetOf(retraction)
    if (!target) continue
    struck.add(target)
    if (target === group.root) wholeUpTo = Math.max(wholeUpTo, retraction.revision)
  }
  // Retracting the first statement takes back its corrections too; one said after that stands again.
  return group.versions.findLast(
    (version) => version.ordinal <= ordinal && !struck.has(version) && version.revision > wholeUpTo,
  )
}

/**
 * The effective facts, in the order given: the latest correction in place of what it corrects, retracted facts and
 * retractions left out. Retracting a correction brings back what stood before, retracting a retraction reinstates.
 * `asKnownAt` leaves out what was recorded later. A correction counts at its own time.
 */
export const settle = <F extends Settleable>(facts: readonly F[], asKnownAt?: { ordinal: number }): F[] => {
  const ordinal = asKnownAt?.ordinal ?? Number.POSITIVE_INFINITY
  if (!facts.some((fact) => fact.replaces !== undefined))
    return facts.filter((fact) => fact.ordinal <= ordinal && !isRetraction(fact))
  const { groups, targetOf } = groupFacts(facts)
  const effective = new Set(groups.map((group) => standing(group, targetOf, ordinal)))
  return facts.filter((fact) => effective.has(fact) && !isRetraction(fact))
}

/** From which ordinal on, and until before which, a fact was effective; `to` is undefined while it is. */
export type Interval<F> = { fact: F; from: number; to: number | undefined }

/** Every interval in which a fact was effective, as the hub came to know it. Retractions stand for themselves, as events. */
export const settledIntervals = <F extends Settleable>(facts: readonly F[]): Interval<F>[] => {
  const { groups, targetOf } = groupFacts(facts)
  return groups.flatMap((group) => {
    const intervals: Interval<F>[] = group.retractions.map((fact) => ({ fact, from: fact.ordinal, to: undefined }))
    let open: Interval<F> | undefined
    for (const at of [...group.versions, ...group.retractions].map((fact) => fact.ordinal).sort((a, b) => a - b)) {
      const fact = standing(group, targetOf, at)
      if (fact === open?.fact) continue
      if (open) open.to = at
      open = fact && { fact, from: at, to: undefined }
      if (open) intervals.push(open)
    }
    return intervals
  })
}
