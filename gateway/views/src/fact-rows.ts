import type { Fact } from '@hub/file/fact.ts'
import { type Settleable, settledIntervals } from '@hub/file/settle.ts'
import { parseType } from '@hub/schemas/catalogue.ts'
import { isHubSource } from '@hub/schemas/envelope.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import { writeCausation } from './causations.ts'
import type { Views } from './open-views.ts'
import { attributeCorrections } from './persons-of-events.ts'
import { openDataOf, type ParsedEvent, personOfEvent } from './read-fact.ts'

const columns =
  'event_id, type, name, department, stream, revision, position, person, region, time, known_time, source, id, replaces, correlation, figures'

const insertion = `INSERT INTO facts (ordinal, known_from, ${columns}) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)`

const notFigures = new Set(['person', 'handledBy', 'legalBasis'])

/**
 * Writes the row of an event. Its figures are what lies open, whatever else could be read; `region` is the acting
 * office's as far as it is known: whole from the box, else what lies open of it.
 */
const insertEvent = (views: Views, event: ParsedEvent, region: string | undefined): void => {
  const { stored, metadata, ordinal, knownTime } = event
  const open = openDataOf(event)
  const named = parseType(stored.type)
  const figures = Object.fromEntries(Object.entries(open).filter(([field]) => !notFigures.has(field)))
  views
    .statement(insertion)
    .run(
      ordinal,
      stored.id,
      stored.type,
      named?.name ?? stored.type,
      named?.department ?? '',
      stored.stream,
      stored.revision,
      stored.position,
      personOfEvent(event) ?? null,
      region ?? (typeof open.region === 'string' ? open.region : null),
      metadata.time,
      knownTime,
      metadata.source,
      metadata.id,
      metadata.replaces ?? null,
      metadata.correlationid ?? stored.id,
      JSON.stringify(figures),
    )
}

/** Writes the acting office's region as it is known now: whole while the key is there, afterwards what lies open of it. */
export const writeRegion = (views: Views, { ordinal, region }: Pick<Fact, 'ordinal' | 'region'>): void => {
  views.statement('UPDATE facts SET region = ? WHERE ordinal = ?').run(region ?? null, ordinal)
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

/** Writes that a person's file holds something that describes these others. */
export const writeMentions = (views: Views, person: string, others: readonly string[]): void => {
  for (const other of others) views.statement('INSERT OR IGNORE INTO mentions VALUES (?, ?)').run(other, person)
}

/** Takes away whom a person's file mentions: nobody can read it any more. */
export const forgetMentions = (views: Views, person: string): void => {
  views.statement('DELETE FROM mentions WHERE file = ?').run(person)
}

/** Persons in whose files something describes this one. */
export const filesMentioning = (views: Views, person: string): string[] =>
  views
    .statement('SELECT file FROM mentions WHERE person = ?')
    .all(person)
    .map(({ file }) => String(file))

/**
 * Writes the rows of events; gives the streams in which something was corrected or retracted. `facts` are the same
 * events opened, in the same order; none while views are being built, where regions are written when they are opened.
 */
export const insertEvents = (
  views: Views,
  events: readonly ParsedEvent[],
  facts?: readonly Pick<Fact, 'region'>[],
): Set<string> => {
  const corrected = new Set<string>()
  for (const [index, event] of events.entries()) {
    insertEvent(views, event, facts?.[index]?.region)
    writeLink(views, event)
    writeCausation(views, event)
    if (event.metadata.replaces !== undefined) corrected.add(event.stored.stream)
  }
  return corrected
}
