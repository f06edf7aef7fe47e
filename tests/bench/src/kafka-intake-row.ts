import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Message } from '@hub/broker/broker.ts'
import { partitionOfKey } from '@hub/broker/partition-of-key.ts'
import { admit } from '@hub/intake/admit.ts'
import { registerIntake } from '@hub/intake/intake-app.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { realClock } from '@hub/runtime/clock.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { checks } from '@hub/veteran-affairs/checks.ts'
import Fastify from 'fastify'
import kafkajs from 'kafkajs'
import { benchService } from './bench-service.ts'
import { type BenchKafka, withKafka } from './kafka-engine.ts'
import { type Measured, paired, type Row } from './measure.ts'
import { type Posted, postLoad } from './post-load.ts'
import { hubKeys } from './recorder-row.ts'
import { inFolder, sampleEvents } from './sample-load.ts'

type Shape = { events: number; batch: number; connections: number }

const batchesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))

/** Events that the intake takes (the city sends malformed ones too), and the message that each becomes. */
const acceptedEvents = async (folder: string, count: number) => {
  const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) })
  const events = sampleEvents('veteran-affairs', count * 2)
  const admissions = await admit(events, {
    department: 'veteran-affairs',
    checks,
    keys,
    hubKeys: intakeKeys(hubKeys, 'veteran-affairs'),
    storeId: randomUUID(),
    clock: realClock,
  })
  await keys.close()
  return events
    .flatMap((event, n) => {
      const admission = admissions[n]!
      return 'message' in admission ? [{ event, message: admission.message }] : []
    })
    .slice(0, count)
}

/** Every request through the intake, fresh keys, into the row's topic. */
const takeIn = (kafka: BenchKafka, topic: string, requests: readonly Posted[], connections: number) =>
  inFolder(async (folder) => {
    const broker = await kafka.openBroker([topic])
    const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) })
    const http = await benchService()
    await registerIntake(http, {
      department: 'veteran-affairs',
      checks,
      broker: { publish: (messages) => broker.publish(messages.map((message) => ({ ...message, topic }))) },
      keys,
      hubKeys: intakeKeys(hubKeys, 'veteran-affairs'),
      storeId: randomUUID(),
      clock: realClock,
    })
    const origin = await http.listen({ host: '127.0.0.1', port: 0 })
    const took = await postLoad({ origin, requests, connections })
    await http.close()
    await broker.close()
    await keys.close()
    return took
  })

/** Parses the same bodies and sends the same messages with bare kafkajs, acknowledged alike, and nothing else. */
const takeInBare = async (
  kafka: BenchKafka,
  topic: string,
  requests: readonly Posted[],
  messages: readonly Message[][],
  connections: number,
) => {
  const producer = kafka.client.producer({
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition!,
  })
  await producer.connect()
  const wire = messages.map((batch) =>
    batch.map(({ key, headers, value }) => ({ key, headers: { ...headers }, value, partition: partitionOfKey(key) })),
  )
  const http = Fastify({ bodyLimit: 8 * 1024 * 1024 })
  http.post('/:batch', async (request, reply) => {
    const own = wire[Number((request.params as { batch: string }).batch)]!
    if ([request.body].flat().length !== own.length) return reply.code(400).send()
    await producer.send({ topic, messages: own, acks: -1, compression: kafkajs.CompressionTypes.ZSTD })
    return reply.code(202).send({ accepted: own.length })
  })
  const origin = await http.listen({ host: '127.0.0.1', port: 0 })
  const bare = requests.map(({ body }, n) => ({ path: `/${n}`, type: 'application/json', body }))
  const took = await postLoad({ origin, requests: bare, connections })
  await http.close()
  await producer.disconnect()
  return took
}

const measure = ({ events, batch, connections }: Shape): Promise<Measured> =>
  withKafka((kafka) =>
    inFolder(async (folder) => {
      const topic = await kafka.freshTopic('veteran-affairs')
      const accepted = await acceptedEvents(folder, events)
      const messages = batchesOf(
        accepted.map(({ message }) => message),
        batch,
      )
      const requests = batchesOf(
        accepted.map(({ event }) => event),
        batch,
      ).map((one) => ({
        path: '/veteran-affairs/events',
        type: `application/cloudevents${batch === 1 ? '' : '-batch'}+json`,
        body: JSON.stringify(batch === 1 ? one[0] : one),
      }))
      const { ours, limit, ratio } = await paired(
        5,
        () => takeIn(kafka, topic, requests, connections),
        () => takeInBare(kafka, topic, requests, messages, connections),
      )
      const rate = (ms: number) => Math.round((events * 1000) / ms)
      return {
        value: ratio,
        details: { events, connections, 'hub events/s': rate(ours), 'limit events/s': rate(limit) },
      }
    }),
  )

const row = (shape: Shape): Row => ({
  name: `kafka-intake-${shape.batch}`,
  title: `HTTP → Kafka, ${shape.connections} connections, batches of ${shape.batch}, validated, sealed, acknowledged; limit: a bare Fastify that parses the same and sends the same by bare kafkajs`,
  reach: { least: 0.5 },
  unit: '× the limit',
  measure: () => measure(shape),
})

export const kafkaIntakeOfOnes: Row = row({ events: 200, batch: 1, connections: 16 })
export const kafkaIntakeOfHundreds: Row = row({ events: 2_000, batch: 100, connections: 4 })
