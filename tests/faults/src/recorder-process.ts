/**
 * A hub in small: broker, store and recorder over one data folder (first argument). It publishes what its parent sends
 * and says when it is durable, as an intake does with its 202. The parent kills it.
 */
import { join } from 'node:path'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { foundOrCheck } from '@hub/event-store/founding.ts'
import { exampleRecorderKeys } from '@hub/recorder/admitted-message.fixture.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { admitterOf } from '@hub/schemas/format/admission.ts'
import { lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import type { FromRecorder, ToRecorder } from './recorder-protocol.ts'

const folder = process.argv[2]
if (folder === undefined || process.send === undefined) throw new Error('started by a test, with a data folder')
const say = (message: FromRecorder) => process.send?.(message)

lockDataFolder(folder)
const file = join(folder, 'events.db')
const store = openEmbeddedEventStore({ file })
const broker = openEmbeddedBroker({ file })
await foundOrCheck(store, {
  fingerprint: exampleRecorderKeys.fingerprint,
  admitter: admitterOf('recorder', exampleRecorderKeys.admission['hub/recorder']),
  clockKind: 'real',
  now: Date.now,
})
const recorder = createRecorder({
  store,
  keys: exampleRecorderKeys,
  now: Date.now,
  simulated: false,
  memoryBytes: 20_000,
})
const stopping = new AbortController()

process.on('message', async (message: ToRecorder) => {
  if (message.kind === 'publish') {
    await broker.publish(message.messages)
    say({ kind: 'published', call: message.call })
  } else {
    while ((await broker.lag()).messages > 0) await new Promise((resolve) => setTimeout(resolve, 10))
    stopping.abort()
  }
})
// Without its parent nobody would end it.
process.on('disconnect', () => process.exit())
say({ kind: 'ready' })

await broker.consume({
  topics: submittingDepartments.map(topicOf),
  batchSize: 9,
  signal: stopping.signal,
  handle: (batch) => recorder.record(batch),
})
await broker.close()
await store.close()
process.disconnect()
