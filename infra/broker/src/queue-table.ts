import type { SqliteConnection } from '@hub/sqlite/sqlite-connection.ts'
import type { Delivered, Lag, Message } from './broker.ts'
import { partitionOfKey } from './partition-of-key.ts'

type Row = [offset: number, topic: string, partition: number, key: string, headers: string, value: string]

/** Makes the queue and its count of waiting messages, which spares counting rows at every publish. */
export const createQueueTable = ({ database }: SqliteConnection): void =>
  database.exec(`
    CREATE TABLE IF NOT EXISTS queue (
      "offset" INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, partition INTEGER NOT NULL, key TEXT NOT NULL,
      headers TEXT NOT NULL, value TEXT NOT NULL, enqueued INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS queue_size (one INTEGER PRIMARY KEY CHECK (one = 1), messages INTEGER NOT NULL) STRICT;
    INSERT OR IGNORE INTO queue_size SELECT 1, count(*) FROM queue;`)

/** How many messages wait. */
export const queueSize = (connection: SqliteConnection): number =>
  (connection.statement('SELECT messages FROM queue_size').get() as { messages: number }).messages

const changeSize = (connection: SqliteConnection, by: number) =>
  connection.statement('UPDATE queue_size SET messages = messages + ?').run(by)

/** Puts messages at the end; inside a transaction. */
export const enqueue = (connection: SqliteConnection, messages: readonly Message[], at: number): void => {
  const insert = connection.statement(
    'INSERT INTO queue (topic, partition, key, headers, value, enqueued) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { topic, key, headers, value } of messages)
    insert.run(topic, partitionOfKey(key), key, JSON.stringify(headers), value, at)
  changeSize(connection, messages.length)
}

/** Messages that were handled: those of these topics up to this offset. */
export type HandledMark = { topics: string; offset: number; messages: number }

/** The first messages of some topics beyond an offset, in offset order. */
export const firstMessages = (
  connection: SqliteConnection,
  topics: string,
  beyond: number,
  limit: number,
): Delivered[] =>
  connection
    .arrays<Row>(
      `SELECT "offset", topic, partition, key, headers, value FROM queue
         WHERE "offset" > ? AND topic IN (SELECT value FROM json_each(?)) ORDER BY "offset" LIMIT ?`,
    )
    .all(beyond, topics, limit)
    .map(([offset, topic, partition, key, headers, value]) => ({
      topic,
      partition,
      offset: String(offset),
      key,
      headers: JSON.parse(headers),
      value,
    }))

/** Takes handled messages off the queue; inside a transaction. */
export const dequeue = (connection: SqliteConnection, { topics, offset }: HandledMark): void => {
  const { changes } = connection
    .statement('DELETE FROM queue WHERE "offset" <= ? AND topic IN (SELECT value FROM json_each(?))')
    .run(offset, topics)
  changeSize(connection, -Number(changes))
}

/** What waits, without the handled ones that are still in the table. */
export const queueLag = (connection: SqliteConnection, handled: HandledMark | undefined): Lag => {
  const first = connection
    .statement(
      `SELECT enqueued FROM queue WHERE NOT ("offset" <= ? AND topic IN (SELECT value FROM json_each(?)))
       ORDER BY "offset" LIMIT 1`,
    )
    .get(handled?.offset ?? 0, handled?.topics ?? '[]') as { enqueued: number } | undefined
  const messages = queueSize(connection) - (handled?.messages ?? 0)
  return { messages, oldest: first && new Date(first.enqueued).toISOString() }
}
