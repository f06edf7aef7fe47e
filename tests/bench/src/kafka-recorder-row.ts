import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Broker, Message } from '@hub/broker/broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { recorderKeys } from '@hub/schemas/format/service-keys.ts'
import { type BenchKafka, withKafka } from './kafka-engine.ts'
import { type Measured, paired, type Row } from './measure.ts'
import { admittedMessages, hubKeys, insertBare, readAll } from './recorder-row.ts'
import { durableCommitMs, inFolder } from './sample-load.ts'

const count = 10_000

/** The same messages in a topic of their own, which every round reads from its beginning as another group. */
const filledTopic = async (kafka: BenchKafka, messages: readonly Message[]) => {
  const topic = await kafka.freshTopic('veteran-affairs')
  const broker = await kafka.openBroker([topic])
  for (let from = 0; from < messages.length; from += 1_000)
    await broker.publish(messages.slice(from, from + 1_000).map((message) => ({ ...message, topic })))
  await broker.close()
  return topic
}

/** From the moment that the group has its partitions until everything is recorded, committed, durable. */
const record = (kafka: BenchKafka, topic: string) =>
  inFolder(async (folder) => {
    const file = join(folder, 'store.db')
    const store = openEmbeddedEventStore({ file })
    const recorder = createRecorder({
      store,
      keys: recorderKeys(hubKeys),
      now: Date.now,
      simulated: false,
    })
    const done = new AbortController()
    let [began, ended, recorded] = [0, 0, 0]
    const broker: Broker = await kafka.openBroker([topic], undefined, (notice) => {
      if (notice.kind === 'rebalanced') began = performance.now()
      if (notice.kind !== 'read') return
      recorded += notice.messages
      if (recorded < count) return
      ended = performance.now()
      done.abort()
    })
    await broker.consume({
      topics: [topic],
      signal: done.signal,
      // The row's topic has a name of its own; the recorder knows those of the departments.
      handle: (batch) => recorder.record(batch.map((message) => ({ ...message, topic: 'veteran-affairs' }))),
    })
    await broker.close()
    const rows = await readAll(file)
    await store.close()
    return { took: ended - began, rows }
  })

/** kafkajs alone, from the same moment until it has had every message. */
const consumeBare = async ({ client }: BenchKafka, topic: string): Promise<number> => {
  const consumer = client.consumer({ groupId: `bare-${randomUUID()}` })
  const all = Promise.withResolvers<number>()
  let [began, had] = [0, 0]
  consumer.on('consumer.group_join', () => {
    began = performance.now()
  })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await consumer.run({
    eachBatch: async ({ batch }) => {
      had += batch.messages.length
      if (had === count) all.resolve(performance.now() - began)
    },
  })
  const took = await all.promise
  await consumer.disconnect()
  return took
}

/** From Kafka into the store: against reading the same messages bare, and then inserting the same rows bare. */
export const kafkaRecorderRow: Row = {
  name: 'kafka-recorder',
  title:
    'Kafka → store, sealed, durable, time an event; limit: bare kafkajs consume of the same messages, then bare node:sqlite insert of the same rows',
  reach: { most: 1.3 },
  unit: '× the limit',
  measure: (): Promise<Measured> =>
    withKafka((kafka) =>
      inFolder(async (folder) => {
        const messages = (await admittedMessages(folder)).slice(0, count)
        const topic = await filledTopic(kafka, messages)
        const { rows } = await record(kafka, topic)
        const bare = async () => (await consumeBare(kafka, topic)) + (await insertBare(rows))
        const { ours, limit, ratio } = await paired(5, async () => (await record(kafka, topic)).took, bare)
        return {
          value: 1 / ratio,
          details: {
            events: count,
            'hub µs/event': Math.round((ours * 1000) / count),
            'limit µs/event': Math.round((limit * 1000) / count),
            'durable commit ms': (await durableCommitMs()).toFixed(3),
          },
        }
      }),
    ),
}
