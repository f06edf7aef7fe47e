import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { registerIntake } from '@hub/intake/intake-app.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { simulatedClock } from '@hub/runtime/clock.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { checks } from '@hub/veteran-affairs/checks.ts'
import Fastify from 'fastify'
import { benchService } from './bench-service.ts'
import { paired, type Row } from './measure.ts'
import { type Posted, postLoad } from './post-load.ts'
import { bareDatabase, durableCommitMs, inFolder, sampleEvents } from './sample-load.ts'

const [count, batch, connections] = [10_000, 100, 4]

type QueueRow = {
  topic: string
  partition: number
  key: string
  headers: string
  value: string
  enqueued: number
}

/** Items in batches of so many. */
export const batchesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))

const queued = (file: string): QueueRow[] => {
  const database = bareDatabase(file)
  const rows = database
    .prepare('SELECT topic, partition, key, headers, value, enqueued FROM queue ORDER BY "offset"')
    .all() as QueueRow[]
  database.close()
  return rows
}

/** All batches through the intake at a moment (ms), into a fresh queue and fresh keys. */
const takeIn = (requests: readonly Posted[], at: number) =>
  inFolder(async (folder) => {
    const file = join(folder, 'store.db')
    const broker = openEmbeddedBroker({ file })
    const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) })
    const http = await benchService()
    await registerIntake(http, {
      department: 'veteran-affairs',
      checks,
      broker,
      keys,
      hubKeys: intakeKeys(deriveHubKeys(randomBytes(32)), 'veteran-affairs'),
      storeId: randomUUID(),
      clock: simulatedClock(at),
    })
    const origin = await http.listen({ host: '127.0.0.1', port: 0 })
    const took = await postLoad({ origin, requests, connections })
    await http.close()
    const rows = queued(file)
    await broker.close()
    await keys.close()
    return { took, rows }
  })

/** Parses the same bodies and inserts the same rows, one commit a request, and nothing else. */
const takeInBare = (requests: readonly Posted[], rows: readonly QueueRow[]) =>
  inFolder(async (folder) => {
    const database = bareDatabase(join(folder, 'bare.db'))
    database.exec(
      `CREATE TABLE queue ("offset" INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, partition INTEGER NOT NULL,
        key TEXT NOT NULL, headers TEXT NOT NULL, value TEXT NOT NULL, enqueued INTEGER NOT NULL) STRICT`,
    )
    const insert = database.prepare(
      'INSERT INTO queue (topic, partition, key, headers, value, enqueued) VALUES (?, ?, ?, ?, ?, ?)',
    )
    const batches = batchesOf(rows, batch)
    const http = Fastify({ bodyLimit: 8 * 1024 * 1024 })
    http.post('/:batch', async (request, reply) => {
      const own = batches[Number((request.params as { batch: string }).batch)]!
      if ((request.body as unknown[]).length !== own.length) return reply.code(400).send()
      database.exec('BEGIN IMMEDIATE')
      for (const { topic, partition, key, headers, value, enqueued } of own)
        insert.run(topic, partition, key, headers, value, enqueued)
      database.exec('COMMIT')
      return reply.code(202).send({ accepted: own.length })
    })
    const origin = await http.listen({ host: '127.0.0.1', port: 0 })
    const took = await postLoad({
      origin,
      requests: requests.map(({ body }, n) => ({ path: `/${n}`, type: 'application/json', body })),
      connections,
    })
    await http.close()
    database.close()
    return took
  })

/** From the wire into the queue, batches of 100, validated, sealed, durable: against parsing and inserting alone. */
export const intakeRow: Row = {
  name: 'intake',
  title:
    'intake over HTTP, 4 connections, batches of 100, validated, sealed, durable; limit: a bare Fastify that parses the same bodies and inserts the same rows, one commit a batch',
  reach: { least: 0.4 },
  unit: '× the limit',
  measure: async () => {
    const events = sampleEvents('veteran-affairs', count)
    const requests = batchesOf(events, batch).map((one) => ({
      path: '/veteran-affairs/events',
      type: 'application/cloudevents-batch+json',
      body: JSON.stringify(one),
    }))
    // The facts come in their time: years later each would be told as late, and what is measured would change by the day.
    const at = Math.max(...events.map((event) => Date.parse(String(event.time))))
    const { rows } = await takeIn(requests, at)
    const { ours, limit, ratio } = await paired(
      5,
      async () => (await takeIn(requests, at)).took,
      () => takeInBare(requests, rows),
    )
    const rate = (ms: number) => Math.round((events.length * 1000) / ms)
    return {
      value: ratio,
      details: {
        events: events.length,
        'hub events/s': rate(ours),
        'limit events/s': rate(limit),
        'durable commit ms': (await durableCommitMs()).toFixed(3),
      },
    }
  },
}
