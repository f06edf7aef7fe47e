import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { admittedMessage, delivered, exampleRecorderKeys } from '@hub/recorder/admitted-message.fixture.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'
import { type Measured, paired, type Row, timed } from './measure.ts'
import { durableCommitMs, inFolder } from './sample-load.ts'

const [few, many] = [10_000, 1_000_000]
const [batches, batch] = [4, 500]

/** A store with so many persons' streams of one event each, named by chance as keyed hashes are. */
const filledStore = (file: string, streams: number) => {
  openEmbeddedEventStore({ file }).close()
  const connection = openSqlite({ file })
  connection.database.exec('PRAGMA synchronous = OFF; DROP INDEX events_by_stream')
  connection.database
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO events (stream, revision, id, type, data, metadata, created)
       SELECT 'person-1' || lower(hex(randomblob(13))), 0, lower(hex(randomblob(16))), 'finance.PaymentDisbursed.v2',
         '{"sealed":"' || printf('%.*c', 250, 'x') || '"}', '{"contentdigest":"' || lower(hex(randomblob(32))) || '"}', 0
       FROM n`,
    )
    .run(streams)
  connection.close()
  // Makes the index again.
  const store = openEmbeddedEventStore({ file })
  const some = openSqlite({ file, readOnly: true })
  const at = some.statement('SELECT stream FROM events WHERE sequence = ?')
  const existing = () => String(at.get(1 + Math.floor(Math.random() * streams))?.stream)
  const recorder = createRecorder({
    store,
    keys: exampleRecorderKeys,
    now: Date.now,
    simulated: false,
  })
  let ids = 0
  /** Half of the events go to streams that are there and not remembered, half to new ones. */
  const nextBatch = () =>
    delivered(
      Array.from({ length: batch }, () => {
        ids += 1
        const stream = ids % 2 === 0 ? existing() : `person-1${String(ids).padStart(26, 'z')}`
        return admittedMessage({ id: String(ids), stream })
      }),
    )
  return {
    record: async () => {
      const next = Array.from({ length: batches }, nextBatch)
      return timed(async () => {
        for (const one of next) await recorder.record(one)
      })
    },
    close: async () => {
      some.close()
      await store.close()
    },
  }
}

/** What an event costs to record in a large store, against a small one. */
export const manyStreamsRow: Row = {
  name: 'many-streams',
  title:
    'recorder into a store of 1,000,000 streams, half of the events to streams that it does not remember; limit: the same into 10,000',
  // A new stream's place in the index is anywhere: in a small store two share a page, in a large one none do.
  reach: { most: 1.5 },
  unit: '× the time',
  measure: (): Promise<Measured> =>
    inFolder(async (folder) => {
      const large = filledStore(join(folder, 'large.db'), many)
      const small = filledStore(join(folder, 'small.db'), few)
      const { ours, limit, ratio } = await paired(9, large.record, small.record)
      await large.close()
      await small.close()
      const each = (ms: number) => Math.round((ms * 1_000) / (batches * batch))
      return {
        value: 1 / ratio,
        details: {
          'µs an event at 1 M streams': each(ours),
          'µs an event at 10 k streams': each(limit),
          'durable commit ms': (await durableCommitMs()).toFixed(3),
        },
      }
    }),
}
