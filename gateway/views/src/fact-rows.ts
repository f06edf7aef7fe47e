import { type Settleable, settledIntervals } from '@hub/file/settle.ts'
import { isHubSource } from '@hub/schemas/envelope.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import { writeCausation } from './causations.ts'
import type { Views } from './open-views.ts'
import { attributeCorrections } from './persons-of-events.ts'
import { factOf, type ParsedEvent, personOfEvent } from './read-fact.ts'

const columns =
  'event_id, type, name, department, stream, revision, position, person, region, time, known_time, source, id, replaces, correlation, figures'

const insertion = `INSERT INTO facts (ordinal, known_from, ${columns}) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)`

const noKeys = new Map<string, never>()
const notFigures = new Set(['person', 'handledBy', 'sealed', 'legalBasis'])

/** Writes the row of an event. Figures are its open fields: boxes stay shut here. */
const insertEvent = (views: Views, event: ParsedEvent): void => {
  const fact = factOf(event, noKeys)
  const figures = Object.fromEntries(Object.entries(fact.data).filter(([field]) => !notFigures.has(field)))
  views
    .statement(insertion)
    .run(
      fact.ordinal,
      fact.eventId,
      fact.type,
      fact.name,
      fact.department,
      fact.stream,
      fact.revision,
      fact.position,
      personOfEvent(event) ?? null,
      fact.region ?? null,
      fact.time,
      fact.knownTime,
      fact.source,
      fact.id,
      fact.replaces ?? null,
      event.metadata.correlationid ?? fact.eventId,
      JSON.stringify(figures),
    )
}

/** Works out anew when each fact of a stream was effective. */
export const resettleStream = (views: Views, stream: string): void => {
  const rows = views
    .statement(
      'SELECT event_id AS eventId, person, name, department, stream, revision, ordinal, source, id, replaces FROM facts WHERE stream = ? AND known_from = ordinal ORDER BY revision',
    )
    .all(stream)
    .map(
      ({ replaces, ...row }) =>
        ({ ...row, ...(replaces === null ? {} : { replaces }) }) as unknown as Settleable & { person: string | null },
    )
  if (!stream.startsWith('person-')) attributeCorrections(views, rows)
  views.statement('DELETE FROM facts WHERE stream = ? AND known_from <> ordinal').run(stream)
  for (const { fact, from, to } of settledIntervals(rows)) {
    if (from === fact.ordinal)
      views
        .statement('UPDATE facts SET known_to = ? WHERE ordinal = ? AND known_from = ordinal')
        .run(to ?? null, fact.ordinal)
    else
      views
        .statement(
          `INSERT INTO facts (ordinal, known_from, known_to, ${columns}) SELECT ordinal, ?, ?, ${columns} FROM facts WHERE ordinal = ? AND known_from = ordinal`,
        )
        .run(from, to ?? null, fact.ordinal)
  }
}

const personsNamed = (data: Readonly<Record<string, unknown>>): string[] =>
  (Array.isArray(data.persons) ? data.persons : [])
    .map((person: unknown) => (typeof person === 'string' ? person : personIdOf(person)))
    .filter((person) => person !== undefined)
    .sort()

/** Two person ids found to be one person, or found not to be. */
const writeLink = (views: Views, { data, stored, metadata, ordinal }: ParsedEvent): void => {
  if (!isHubSource(metadata.source)) return
  const linked = stored.type.startsWith('hub.IdentityLinked.')
  if (!linked && !stored.type.startsWith('hub.IdentityUnlinked.')) return
  const [first, ...others] = personsNamed(data)
  if (first === undefined) return
  for (const other of others) {
    views
      .statement('UPDATE links SET known_to = ? WHERE a = ? AND b = ? AND known_to IS NULL')
      .run(ordinal, first, other)
    if (linked) views.statement('INSERT INTO links (a, b, known_from) VALUES (?, ?, ?)').run(first, other, ordinal)
  }
}

/** Whose file holds something that describes another person. */
const writeMentions = (views: Views, event: ParsedEvent): void => {
  const person = personOfEvent(event)
  if (person === undefined) return
  for (const { of } of event.data.sealed ?? [])
    if (of !== person) views.statement('INSERT OR IGNORE INTO mentions VALUES (?, ?)').run(of, person)
}

/** Persons in whose files something describes this one. */
export const filesMentioning = (views: Views, person: string): string[] =>
  views
    .statement('SELECT file FROM mentions WHERE person = ?')
    .all(person)
    .map(({ file }) => String(file))

/** Writes the rows of events; gives the streams in which something was corrected or retracted. */
export const insertEvents = (views: Views, events: readonly ParsedEvent[]): Set<string> => {
  const corrected = new Set<string>()
  for (const event of events) {
    insertEvent(views, event)
    writeLink(views, event)
    writeMentions(views, event)
    writeCausation(views, event)
    if (event.metadata.replaces !== undefined) corrected.add(event.stored.stream)
  }
  return corrected
}
