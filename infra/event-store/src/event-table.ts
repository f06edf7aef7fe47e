import { type Position, positionOfSequence } from '@hub/schemas/format/position.ts'
import type { SqliteConnection } from '@hub/sqlite/sqlite-connection.ts'
import type { AppendOutcome, StoredEvent, StreamSpan, StreamWrite } from './event-store.ts'

const columns = 'sequence, stream, revision, id, type, data, metadata, created'
type Row = [
  sequence: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
  created: number,
]

const storedEvent = ([sequence, stream, revision, id, type, data, metadata, created]: Row): StoredEvent => ({
  stream,
  revision,
  id,
  type,
  data,
  metadata,
  position: positionOfSequence(sequence),
  created: new Date(created).toISOString(),
})

/** Makes the table and its only index, where they are not there. Events are never deleted, so a sequence never comes twice. */
export const createEventTable = ({ database }: SqliteConnection): void =>
  database.exec(`
    CREATE TABLE IF NOT EXISTS events (
      sequence INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
      type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, created INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON events (stream, revision);`)

export const hasEventTable = (connection: SqliteConnection): boolean =>
  connection.statement(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'events'`).get() !== undefined

/** Sequence of the last event, 0 for none. */
export const lastSequence = (connection: SqliteConnection): number =>
  (connection.statement('SELECT max(sequence) AS last FROM events').get() as { last: number | null }).last ?? 0

/** Writes the events of a stream if its revision is the one expected; inside a transaction. */
export const insertWrite = (connection: SqliteConnection, write: StreamWrite, created: number): AppendOutcome => {
  const last = connection
    .statement('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1')
    .get(write.stream) as { revision: number } | undefined
  const actualRevision = last?.revision ?? 'no-stream'
  if (write.expectedRevision !== 'any' && write.expectedRevision !== actualRevision)
    return { status: 'conflict', actualRevision }
  let revision = last?.revision ?? -1
  let position: Position = ''
  const insert = connection.statement(
    'INSERT INTO events (stream, revision, id, type, data, metadata, created) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { id, type, data, metadata } of write.events) {
    revision += 1
    const { lastInsertRowid } = insert.run(write.stream, revision, id, type, data, metadata, created)
    position = positionOfSequence(Number(lastInsertRowid))
  }
  return { status: 'appended', revision, position }
}

/** A page of a stream from a revision on, inclusive. */
export const selectStream = (
  connection: SqliteConnection,
  stream: string,
  direction: 'forwards' | 'backwards',
  from: number,
  limit: number,
): StoredEvent[] =>
  connection
    .arrays<Row>(
      direction === 'forwards'
        ? `SELECT ${columns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`
        : `SELECT ${columns} FROM events WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
    )
    .all(stream, from, limit)
    .map(storedEvent)

/** The events of many spans, in their order. */
export const selectSpans = (connection: SqliteConnection, spans: readonly StreamSpan[]): StoredEvent[] => {
  const span = connection.arrays<Row>(
    `SELECT ${columns} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision`,
  )
  return spans.flatMap(({ stream, from, to }) => span.all(stream, from, to).map(storedEvent))
}

/** A page of all events beyond a sequence, exclusive. */
export const selectAll = (
  connection: SqliteConnection,
  direction: 'forwards' | 'backwards',
  beyond: number,
  limit: number,
): StoredEvent[] =>
  connection
    .arrays<Row>(
      direction === 'forwards'
        ? `SELECT ${columns} FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?`
        : `SELECT ${columns} FROM events WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`,
    )
    .all(beyond, limit)
    .map(storedEvent)
