import type { Fact } from '@hub/file/fact.ts'
import { type Settleable, settledIntervals } from '@hub/file/settle.ts'
import { parseType } from '@hub/schemas/catalogue.ts'
import type { Views } from '../open-views.ts'
import { attributeCorrections } from '../persons-of-events.ts'
import { openDataOf, type ParsedEvent, personOfEvent } from '../read-fact.ts'
import type { Projection } from './projection.ts'

const columns =
  'event_id, type, name, department, stream, revision, position, person, region, time, known_time, source, id, replaces, correlation, figures'

const insertion = `INSERT INTO facts (ordinal, known_from, ${columns}) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)`

/** No figure and no fold reads how an act came about. */
const notFigures = new Set(['handledBy', 'legalBasis'])

/**
 * Writes the row of an event. Its figures are what lies open, whatever else could be read; the acting office's region is
 * whole where the event is opened, else what lies open of it.
 */
const insertEvent = (views: Views, event: ParsedEvent, fact?: Fact): void => {
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
      fact?.region ?? (typeof open.region === 'string' ? open.region : null),
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
const writeRegion = (views: Views, { ordinal, region }: Pick<Fact, 'ordinal' | 'region'>): void => {
  views.statement('UPDATE facts SET region = ? WHERE ordinal = ?').run(region ?? null, ordinal)
}

/** Works out anew when each fact of a stream was effective. */
const resettleStream = (views: Views, stream: string): void => {
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

/**
 * One row an interval in which a fact was effective, `known_from` and `known_to` (exclusive) being ordinals. The row with
 * `known_from = ordinal` is the event itself; every event has one. `person` is whose file it belongs to; `figures` are
 * what lies open of it.
 */
export const facts: Projection = {
  name: 'facts',
  tables: `
  CREATE TABLE IF NOT EXISTS facts (
    ordinal INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    department TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position TEXT NOT NULL,
    person TEXT,
    region TEXT,
    time TEXT NOT NULL,
    known_time TEXT NOT NULL,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    replaces TEXT,
    correlation TEXT NOT NULL,
    figures TEXT NOT NULL
  ) STRICT;
`,
  indexes: `
  CREATE UNIQUE INDEX IF NOT EXISTS facts_by_ordinal ON facts (ordinal, known_from);
  CREATE INDEX IF NOT EXISTS facts_by_event ON facts (event_id);
  CREATE INDEX IF NOT EXISTS facts_by_person ON facts (person, ordinal) WHERE person IS NOT NULL;
  CREATE INDEX IF NOT EXISTS facts_by_stream ON facts (stream, revision);
  CREATE INDEX IF NOT EXISTS facts_by_name_ordinal ON facts (name, ordinal);
  CREATE INDEX IF NOT EXISTS facts_by_position ON facts (position);
  CREATE INDEX IF NOT EXISTS facts_by_known_time ON facts (known_time, ordinal);
  CREATE INDEX IF NOT EXISTS facts_by_correlation ON facts (correlation);
`,
  apply: {
    event: insertEvent,
    corrected: resettleStream,
    erased: (views, _person, earlier) => {
      for (const fact of earlier) writeRegion(views, fact)
    },
  },
  building: {
    tables: 'CREATE TABLE aside.regions (ordinal INTEGER PRIMARY KEY, region TEXT) STRICT;',
    indexes: `
  CREATE INDEX IF NOT EXISTS facts_by_name_person ON facts (name, person, known_from, known_to, time, region);
`,
    opened: (views, { fact: { ordinal, region } }) => {
      views.statement('INSERT INTO aside.regions VALUES (?, ?)').run(ordinal, region ?? null)
    },
    // In the order of the events: each page of them is changed once.
    done: (views) =>
      views.database.exec(
        'UPDATE facts SET region = aside.regions.region FROM aside.regions WHERE aside.regions.ordinal = facts.ordinal',
      ),
  },
}
