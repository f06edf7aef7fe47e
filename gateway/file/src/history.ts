import { formatReplaces } from '@hub/schemas/envelope.ts'
import { evolve, foldFile } from './evolve.ts'
import { compareFacts, type Fact } from './fact.ts'
import type { VeteranFile } from './file.ts'
import { settle } from './settle.ts'

/** A fact and the person to whose file it belongs. */
export type OwnFact = { person: string; fact: Fact }

/** Two person ids that were one person while `knownFrom <= ordinal < knownTo`. */
export type PersonLink = { a: string; b: string; knownFrom: number; knownTo: number | undefined }

/** Both times of a question: what had happened by `asOf`, as known after the event with this ordinal. */
export type HistoryMoment = { asOf?: string | undefined; ordinal: number }

/** All that was ever said of a person and of whoever was linked with the person: the file at any moment. */
export type PersonHistory = {
  personId: string
  /** In store order; the decisions that link and unlink are among them. */
  facts: readonly Fact[]
  /** The facts that are in the file as known at an ordinal, in store order. */
  factsAt(ordinal: number): readonly Fact[]
  /** The file at a moment; undefined where nothing was recorded of the person. */
  at(moment: HistoryMoment): VeteranFile | undefined
  /** The first statement of the fact that an event corrects or retracts; the event's own id where it does neither. */
  rootOf(eventId: string): string
}

const groupAt = (personId: string, links: readonly PersonLink[], ordinal: number): readonly string[] => {
  const known = links.filter(
    ({ knownFrom, knownTo }) => knownFrom <= ordinal && (knownTo === undefined || knownTo > ordinal),
  )
  const group = new Set([personId])
  for (const member of group)
    for (const { a, b } of known) {
      if (a === member) group.add(b)
      if (b === member) group.add(a)
    }
  return [...group].sort()
}

const rootsOf = (facts: readonly Fact[]) => {
  const byIdentity = new Map(facts.map((fact) => [`${fact.stream} ${formatReplaces(fact)}`, fact]))
  const roots = new Map<string, string>()
  for (const fact of facts) {
    const target = fact.replaces === undefined ? undefined : byIdentity.get(`${fact.stream} ${fact.replaces}`)
    const earlier = target && target.ordinal < fact.ordinal ? target : undefined
    roots.set(fact.eventId, earlier ? (roots.get(earlier.eventId) ?? earlier.eventId) : fact.eventId)
  }
  return roots
}

type Folded = HistoryMoment & { persons: string; file: VeteranFile; last: Fact }

/** The history over a person's facts and links; both in store order, `decisions` are the facts that link and unlink. */
export const personHistory = (
  personId: string,
  own: readonly OwnFact[],
  links: readonly PersonLink[] = [],
  decisions: readonly Fact[] = [],
): PersonHistory => {
  const facts = [...own.map(({ fact }) => fact), ...decisions].sort((one, other) => one.ordinal - other.ordinal)
  const roots = rootsOf(facts)
  let folded: Folded | undefined

  const factsAt = (ordinal: number) => {
    const group = new Set(groupAt(personId, links, ordinal))
    return own.filter(({ person, fact }) => fact.ordinal <= ordinal && group.has(person)).map(({ fact }) => fact)
  }

  /**
   * Goes on from the file folded last where all later facts come after its facts in fold order, so that a replay folds
   * each fact once.
   */
  const further = ({ asOf, ordinal }: HistoryMoment, persons: string, known: readonly Fact[]) => {
    if (!folded || folded.asOf !== asOf || folded.persons !== persons || folded.ordinal > ordinal) return undefined
    const { ordinal: before, file, last } = folded
    const since = known.filter((fact) => fact.ordinal > before)
    const follows = since.every(
      (fact) => fact.replaces === undefined && fact.name !== 'PersonErased' && compareFacts(fact, last) > 0,
    )
    if (!follows) return undefined
    const true_ = settle(since).filter(({ time }) => asOf === undefined || time <= asOf)
    return true_.toSorted(compareFacts).reduce(evolve, file)
  }

  const at = (moment: HistoryMoment): VeteranFile | undefined => {
    const persons = groupAt(personId, links, moment.ordinal)
    const known = factsAt(moment.ordinal)
    if (!known.some(({ time }) => moment.asOf === undefined || time <= moment.asOf)) return undefined
    const file =
      further(moment, persons.join(), known) ??
      foldFile(personId, known, { asOf: moment.asOf, asKnownAt: { ordinal: moment.ordinal }, persons })
    folded = { ...moment, persons: persons.join(), file, last: known.toSorted(compareFacts).at(-1)! }
    return file
  }

  return { personId, facts, factsAt, at, rootOf: (eventId) => roots.get(eventId) ?? eventId }
}
