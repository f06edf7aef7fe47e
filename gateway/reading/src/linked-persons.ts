import type { Views } from '@hub/views/open-views.ts'

/** By person asked for: every person id that is the same person by the links known at an ordinal, sorted, itself included. */
export const linkedPersons = (
  views: Views,
  persons: readonly string[],
  ordinal: number,
): ReadonlyMap<string, readonly string[]> => {
  const neighbours = new Map<string, Set<string>>()
  const join = (one: string, other: string) => neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other))
  const asked = new Set<string>()
  for (let frontier = new Set(persons); frontier.size > 0; ) {
    for (const person of frontier) asked.add(person)
    const rows = views
      .statement(
        `SELECT a, b FROM links WHERE known_from <= ?2 AND (known_to IS NULL OR known_to > ?2)
         AND (a IN (SELECT value FROM json_each(?1)) OR b IN (SELECT value FROM json_each(?1)))`,
      )
      .all(JSON.stringify([...frontier]), ordinal) as { a: string; b: string }[]
    const reached = new Set<string>()
    for (const { a, b } of rows) {
      join(a, b)
      join(b, a)
      reached.add(a).add(b)
    }
    frontier = new Set([...reached].filter((person) => !asked.has(person)))
  }
  const groupOf = (person: string) => {
    const group = new Set([person])
    for (const member of group) for (const other of neighbours.get(member) ?? []) group.add(other)
    return [...group].sort()
  }
  return new Map(persons.map((person) => [person, groupOf(person)]))
}
