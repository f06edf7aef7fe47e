import type { DatabaseSync } from 'node:sqlite'
import { formatReplaces } from '@hub/schemas/envelope.ts'

/** Why a fact counts at one moment and not at the other. */
export const causes = ['NEW', 'LATE', 'CORRECTED', 'RETRACTED'] as const
export type Cause = (typeof causes)[number]

/**
 * Both times of a question: what had happened by `asOf`, as known after the event with this ordinal. `knownTime` is the
 * time at which that was known.
 */
export type ReportMoment = { asOf?: string | undefined; ordinal: number; knownTime: string }

/** A fact that counts at one of two moments only, and the event that made it so. */
export type DifferingFact = { ordinal: number; added: boolean; cause: Cause; by: number; person: string | null }

type Row = {
  ordinal: number
  knownFrom: number
  knownTo: number | null
  stream: string
  name: string
  time: string
  source: string
  id: string
  replaces: string | null
  person: string | null
}

const columns =
  'ordinal, known_from AS knownFrom, known_to AS knownTo, stream, name, time, source, id, replaces, person'

const isKnown = ({ knownFrom, knownTo }: Row, ordinal: number) =>
  knownFrom <= ordinal && (knownTo === null || knownTo > ordinal)

/** Everything that was said about one fact: itself, its corrections, what takes any of them back. */
type Group = { standing(ordinal: number): Row | undefined; last(after: number, upTo: number): number | undefined }

/** The groups of a stream, by any member's ordinal. */
const groupsOf = (rows: readonly Row[]): ReadonlyMap<number, Group> => {
  const byIdentity = new Map(rows.map((row) => [formatReplaces(row), row.ordinal]))
  const first = [...new Map(rows.map((row) => [row.ordinal, row])).values()].sort((a, b) => a.ordinal - b.ordinal)
  const roots = new Map<number, number>()
  for (const { ordinal, replaces } of first) {
    const target = replaces === null ? undefined : byIdentity.get(replaces)
    roots.set(ordinal, target !== undefined && target < ordinal ? (roots.get(target) ?? target) : ordinal)
  }
  const groups = new Map<number, Group>()
  for (const [, members] of Map.groupBy(rows, ({ ordinal }) => roots.get(ordinal)!)) {
    const group: Group = {
      standing: (ordinal) => members.find((row) => row.name !== 'FactRetracted' && isKnown(row, ordinal)),
      last: (after, upTo) =>
        members
          .map(({ ordinal }) => ordinal)
          .filter((at) => at > after && at <= upTo)
          .sort((a, b) => b - a)[0],
    }
    for (const { ordinal } of members) groups.set(ordinal, group)
  }
  return groups
}

/** The facts that count at `b` and not at `a`, or the other way round, with their causes; `a` is known no later than `b`. */
export const differingFacts = (database: DatabaseSync, a: ReportMoment, b: ReportMoment): DifferingFact[] => {
  const end = '9999'
  const [from, to] = [a.asOf ?? end, b.asOf ?? end]
  const candidates = database
    .prepare(
      `SELECT ${columns} FROM facts WHERE name <> 'FactRetracted' AND (
         (known_from > ?1 AND known_from <= ?2) OR (known_to > ?1 AND known_to <= ?2) OR (time > min(?3, ?4) AND time <= max(?3, ?4)))`,
    )
    .all(a.ordinal, b.ordinal, from, to) as Row[]
  const ofStream = database.prepare(`SELECT ${columns} FROM facts WHERE stream = ?`)
  const streams = new Map<string, ReadonlyMap<number, Group>>()
  const groupOf = ({ stream, ordinal }: Row): Group => {
    const groups = streams.get(stream) ?? groupsOf(ofStream.all(stream) as Row[])
    streams.set(stream, groups)
    return groups.get(ordinal)!
  }
  const past = a.asOf ?? a.knownTime

  const causeOf = (row: Row, added: boolean, known: readonly [before: boolean, after: boolean]) => {
    // The fact is known at both moments: only `asOf` decides whether it counts.
    if (known[0] && known[1]) return { cause: 'NEW' as const, by: row.ordinal }
    if (added && row.ordinal > a.ordinal && row.replaces === null)
      return { cause: row.time <= past ? ('LATE' as const) : ('NEW' as const), by: row.ordinal }
    const group = groupOf(row)
    const by = group.last(a.ordinal, b.ordinal) ?? row.ordinal
    if (added && row.ordinal > a.ordinal) {
      if (group.standing(a.ordinal)) return { cause: 'CORRECTED' as const, by: row.ordinal }
      return { cause: row.time <= past ? ('LATE' as const) : ('NEW' as const), by: row.ordinal }
    }
    const instead = added ? undefined : group.standing(b.ordinal)
    return { cause: instead && instead.ordinal > a.ordinal ? ('CORRECTED' as const) : ('RETRACTED' as const), by }
  }

  return [...Map.groupBy(candidates, ({ ordinal }) => ordinal).values()].flatMap((rows): DifferingFact[] => {
    const row = rows[0]!
    const every =
      rows.length > 1 || row.knownFrom !== row.ordinal || row.knownTo !== null
        ? intervalsOf(database, row.ordinal)
        : rows
    const known = [every.some((one) => isKnown(one, a.ordinal)), every.some((one) => isKnown(one, b.ordinal))] as const
    const counted = [known[0] && row.time <= from, known[1] && row.time <= to]
    if (counted[0] === counted[1]) return []
    const added = counted[1]!
    return [{ ordinal: row.ordinal, added, person: row.person, ...causeOf(row, added, known) }]
  })
}

const intervalsOf = (database: DatabaseSync, ordinal: number): Row[] =>
  database.prepare(`SELECT ${columns} FROM facts WHERE ordinal = ?`).all(ordinal) as Row[]
