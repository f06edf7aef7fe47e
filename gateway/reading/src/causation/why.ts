import { evolve } from '@hub/file/evolve.ts'
import { compareFacts, type Fact, type Loss } from '@hub/file/fact.ts'
import { type Claim, type Entry, emptyFile, type VeteranFile } from '@hub/file/file.ts'
import type { HistoryMoment, PersonHistory } from '@hub/file/history.ts'
import { settle } from '@hub/file/settle.ts'
import { wordOn } from '@hub/file/word.ts'
import { type FileValue, shownOf } from '../compare/file-values.ts'

/** What a fact is to a value. */
export type Role = 'RULES' | 'ADDS' | 'OUTRANKED' | 'SUPERSEDED' | 'CORRECTED' | 'RETRACTED'

/**
 * A fact behind a value: what it said, and what it is to the value. `by` is the event that corrected or retracted it.
 */
export type Reason = { fact: Fact; said: unknown; role: Role; by?: Fact }

/**
 * A value of a file and every fact that ever had to do with it, in the order in which they are folded. `lost`:
 * what of the file is gone for good.
 */
export type Why = {
  value: Pick<FileValue, 'value' | 'source'> | undefined
  reasons: readonly Reason[]
  lost: Loss
}

/** A value's place in a file: `entry` is the first event of an entry of a list, `part` a field of an entry. */
export type ValuePath = { section: string; field: string; entry?: string | undefined; part?: string | undefined }

type Held = Claim<unknown> | readonly Claim<Entry>[] | undefined

const heldAt = (file: VeteranFile, { section, field }: ValuePath): Held =>
  section === 'others'
    ? file.others
    : (file[section as keyof VeteranFile] as unknown as Readonly<Record<string, Held>>)[field]

const entryOf = (history: PersonHistory, claim: Claim<Entry>) =>
  history.rootOf(claim.value.history[0]?.eventId ?? claim.source.eventId)

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'history' in value

/** The part of a claim that a path names, where it names one. */
const partOf = (claim: Claim<unknown> | undefined, { part }: ValuePath): Claim<unknown> | undefined => {
  if (part === undefined) return claim
  return isEntry(claim?.value) ? wordOn(claim.value, part) : undefined
}

/** The claim at a path; the entry's where it names one. */
const claimAt = (history: PersonHistory, file: VeteranFile, path: ValuePath): Claim<unknown> | undefined => {
  const held = heldAt(file, path)
  if (!Array.isArray(held)) return partOf(held as Claim<unknown> | undefined, path)
  return partOf(
    (held as readonly Claim<Entry>[]).find((claim) => entryOf(history, claim) === path.entry),
    path,
  )
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Why a value of a file is what it is at a moment: the facts behind it, and those that lost. */
export const whyOf = (history: PersonHistory, path: ValuePath, moment: HistoryMoment): Why => {
  const known = history.factsAt(moment.ordinal).filter(({ time }) => moment.asOf === undefined || time <= moment.asOf)
  const standing = new Set(
    settle(history.factsAt(moment.ordinal), { ordinal: moment.ordinal }).map(({ eventId }) => eventId),
  )
  /** What a fact alone says at the path. */
  const saidBy = (fact: Fact): Claim<unknown> | undefined => {
    const held = heldAt(evolve(emptyFile(history.personId), fact), path)
    return partOf((Array.isArray(held) ? held[0] : held) as Claim<unknown> | undefined, path)
  }
  const touched = new Set<Fact>()
  let file = emptyFile(history.personId)
  for (const fact of known.filter(({ eventId }) => standing.has(eventId)).toSorted(compareFacts)) {
    const before = claimAt(history, file, path)
    file = evolve(file, fact)
    const after = claimAt(history, file, path)
    if (after !== before && !same(after, before)) touched.add(fact)
  }
  const claim = claimAt(history, file, path)
  const roots = new Set([...touched].map(({ eventId }) => history.rootOf(eventId)))
  const isOfEntry = ({ eventId }: Fact) =>
    path.entry === undefined || history.rootOf(eventId) === path.entry || roots.has(history.rootOf(eventId))
  const wasSaid = (fact: Fact) => fact.name !== 'FactRetracted' && !standing.has(fact.eventId) && isOfEntry(fact)

  const roleOf = ({ eventId }: Fact): Role => {
    if (claim?.source.eventId === eventId) return 'RULES'
    if (isEntry(claim?.value) && claim.value.history.some((source) => source.eventId === eventId)) return 'ADDS'
    return claim?.alternatives.some(({ source }) => source.eventId === eventId) ? 'OUTRANKED' : 'SUPERSEDED'
  }
  const lostTo = (fact: Fact): Pick<Reason, 'role' | 'by'> => {
    const ofRoot = history
      .factsAt(moment.ordinal)
      .filter(
        ({ eventId, ordinal }) => ordinal > fact.ordinal && history.rootOf(eventId) === history.rootOf(fact.eventId),
      )
    const correction = ofRoot.findLast(({ eventId }) => standing.has(eventId))
    const by = correction ?? ofRoot.at(-1)
    return {
      role: correction && correction.name !== 'FactRetracted' ? 'CORRECTED' : 'RETRACTED',
      ...(by ? { by } : {}),
    }
  }
  const reasons = known.toSorted(compareFacts).flatMap((fact): Reason[] => {
    const said = saidBy(fact)
    if (touched.has(fact)) return [{ fact, said: shownOf(said?.value), role: roleOf(fact) }]
    return wasSaid(fact) && said ? [{ fact, said: shownOf(said?.value), ...lostTo(fact) }] : []
  })
  const value = claim && { value: shownOf(claim.value), source: claim.source }
  return { value, reasons, lost: file.lost }
}
