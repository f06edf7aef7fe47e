/**
 * A recorder over Kafka and a server's event store, as a process of its own: arguments are their URLs and what the
 * group waits for a silent member, ms. It ends with SIGTERM, and by itself when its reading can't go on.
 */
import { openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { foundOrCheck } from '@hub/event-store/founding.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { exampleKeys } from '@hub/recorder/admitted-message.fixture.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'

const [brokerUrl, storeUrl, sessionMs] = process.argv.slice(2)
if (brokerUrl === undefined || storeUrl === undefined || process.send === undefined)
  throw new Error('started by a test, with the URLs of a broker and a store')

const topics = submittingDepartments.map(topicOf)
const store = await openEventStore({ url: storeUrl })
await foundOrCheck(store, { hubKeys: { fingerprint: 'a'.repeat(64) }, clockKind: 'real', now: Date.now })
const broker = await openKafkaBroker({
  connection: kafkaConnection(brokerUrl),
  topics,
  sessionMs: Number(sessionMs),
  observe: (notice) => process.send?.(notice),
})
const recorder = createRecorder({
  store,
  admissionKey: exampleKeys.admission,
  rejectionKey: exampleKeys.rejections,
  now: Date.now,
  simulated: false,
  memoryBytes: 20_000,
})
const stopping = new AbortController()
process.on('SIGTERM', () => stopping.abort())
// Without its parent nobody would end it.
process.on('disconnect', () => process.exit())
process.send({ kind: 'ready' })

await broker.consume({ topics, signal: stopping.signal, handle: (batch) => recorder.record(batch) })
await broker.close()
await store.close()
process.exit()
