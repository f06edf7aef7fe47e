import type { Settleable } from '@hub/file/settle.ts'
import { formatReplaces, parseReplaces } from '@hub/schemas/envelope.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import type { Views } from './open-views.ts'
import { type ParsedEvent, personOfEvent } from './read-fact.ts'

const identityOf = (event: ParsedEvent) => `${event.stored.stream} ${formatReplaces(event.metadata)}`

/**
 * Events by the person to whose file they belong. What corrects or retracts belongs where its target does: a retraction
 * in a case's stream need not name the person.
 */
export const eventsByPerson = (views: Views, events: readonly ParsedEvent[]): Map<string, ParsedEvent[]> => {
  const inBatch = new Map(events.map((event) => [identityOf(event), event]))
  const personOf = (event: ParsedEvent): string | undefined => {
    const { replaces } = event.metadata
    const { stream } = event.stored
    if (replaces === undefined || parseStreamName(stream).category === 'person') return personOfEvent(event)
    const target = inBatch.get(`${stream} ${replaces}`)
    if (target && target.ordinal < event.ordinal) return personOf(target) ?? personOfEvent(event)
    const { source, id } = parseReplaces(replaces)
    const row = views
      .statement('SELECT person FROM facts WHERE stream = ? AND source = ? AND id = ? AND known_from = ordinal')
      .get(stream, source, id)
    return typeof row?.person === 'string' ? row.person : personOfEvent(event)
  }
  const byPerson = new Map<string, ParsedEvent[]>()
  for (const event of events) {
    const person = personOf(event)
    if (person === undefined) continue
    const own = byPerson.get(person) ?? []
    byPerson.set(person, own)
    own.push(event)
  }
  return byPerson
}

/** Writes into a stream's rows, given by revision, that a correction or retraction belongs to its target's person. */
export const attributeCorrections = (views: Views, rows: readonly (Settleable & { person: string | null })[]): void => {
  const persons = new Map<string, string | null>()
  for (const row of rows) {
    const person = (row.replaces === undefined ? undefined : persons.get(row.replaces)) ?? row.person
    persons.set(formatReplaces(row), person)
    if (person !== row.person) views.statement('UPDATE facts SET person = ? WHERE ordinal = ?').run(person, row.ordinal)
  }
}
