import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Message } from '@hub/broker/broker.ts'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { admit } from '@hub/intake/admit.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { realClock } from '@hub/runtime/clock.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { intakeKeys, recorderKeys } from '@hub/schemas/format/service-keys.ts'
import { type Measured, paired, type Row, timed } from './measure.ts'
import { bareDatabase, durableCommitMs, inFolder, sampleEvents } from './sample-load.ts'

const [count, batch] = [20_000, 500]
export const hubKey = randomBytes(32)
/** The keys under which `admittedMessages` admits. */
export const hubKeys = deriveHubKeys(hubKey)

/** The first admitted messages of Veteran Affairs in the sample city, sealed. */
export const admittedMessages = (folder: string, most = count): Promise<Message[]> => {
  const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) })
  return admit(sampleEvents('veteran-affairs', most), {
    department: 'veteran-affairs',
    checks: {},
    keys,
    hubKeys: intakeKeys(hubKeys, 'veteran-affairs'),
    storeId: randomUUID(),
    clock: realClock,
  }).then(async (admissions) => {
    await keys.close()
    return admissions.flatMap((one) => ('message' in one ? [one.message] : []))
  })
}

/** Puts messages on a fresh queue and records them; what it took in ms, and the rows of the store. */
export const recordAll = (messages: readonly Message[]) =>
  inFolder(async (folder) => {
    const file = join(folder, 'store.db')
    const store = openEmbeddedEventStore({ file })
    const broker = openEmbeddedBroker({ file })
    for (let from = 0; from < messages.length; from += batch) await broker.publish(messages.slice(from, from + batch))
    const recorder = createRecorder({
      store,
      keys: recorderKeys(hubKeys),
      now: () => Date.now(),
      simulated: false,
    })
    const done = new AbortController()
    let recorded = 0
    const took = await timed(() =>
      broker.consume({
        topics: ['veteran-affairs'],
        batchSize: batch,
        signal: done.signal,
        handle: async (delivered) => {
          await recorder.record(delivered)
          recorded += delivered.length
          if (recorded === messages.length) done.abort()
        },
      }),
    )
    const rows = await readAll(file)
    await broker.close()
    await store.close()
    return { took, rows }
  })

export type StoredRow = Record<string, string | number>
/** All rows of an embedded store. */
export const readAll = async (file: string): Promise<StoredRow[]> => {
  const database = bareDatabase(file)
  const rows = database.prepare('SELECT * FROM events ORDER BY sequence').all() as StoredRow[]
  database.close()
  return rows
}

/** The same rows, the same index, the same number of commits, and nothing else. */
export const insertBare = (rows: readonly StoredRow[]) =>
  inFolder(async (folder) => {
    const database = bareDatabase(join(folder, 'bare.db'))
    const columns = Object.keys(rows[0]!)
    database.exec(
      `CREATE TABLE events (sequence INTEGER PRIMARY KEY, ${columns.filter((name) => name !== 'sequence').join(', ')})`,
    )
    database.exec('CREATE UNIQUE INDEX by_stream ON events (stream, revision)')
    const insert = database.prepare(`INSERT INTO events (${columns}) VALUES (${columns.map(() => '?')})`)
    const values = rows.map((row) => columns.map((name) => row[name]!))
    const took = await timed(() => {
      for (let from = 0; from < values.length; from += batch) {
        database.exec('BEGIN IMMEDIATE')
        for (const row of values.slice(from, from + batch)) insert.run(...row)
        database.exec('COMMIT')
      }
    })
    database.close()
    return took
  })

/** From the broker into the store, batches of 500, sealed: against the same rows inserted bare. */
export const recorderRow: Row = {
  name: 'recorder',
  title:
    'recorder, broker to store, batches of 500, sealed; limit: the same rows by bare node:sqlite, same index, same commits',
  reach: { least: 0.5 },
  unit: '× the limit',
  measure: (): Promise<Measured> =>
    inFolder(async (folder) => {
      const messages = await admittedMessages(folder)
      const { rows } = await recordAll(messages)
      const { ours, limit, ratio } = await paired(
        5,
        async () => (await recordAll(messages)).took,
        () => insertBare(rows),
      )
      const rate = (ms: number) => Math.round((messages.length * 1000) / ms)
      return {
        value: ratio,
        details: {
          events: messages.length,
          'hub events/s': rate(ours),
          'limit events/s': rate(limit),
          'durable commit ms': (await durableCommitMs()).toFixed(3),
        },
      }
    }),
}
