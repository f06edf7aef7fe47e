import { parentPort, workerData } from 'node:worker_threads'
import { openBroker } from '@hub/broker/open-broker.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { storeKept } from '@hub/recorder/store-mark.ts'
import { isStoreAway } from '@hub/recorder/store-watch.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import type { WriterAnswer, WriterRequest, WriterSettings } from './writer-protocol.ts'

/** The one thread that writes to the embedded store: the queue, the recorder, and the hub's own appends. */
const settings = workerData as WriterSettings
const port = parentPort!
const store = await openEventStore(settings.store)
const broker = await openBroker(settings.broker)
const recorder = createRecorder({
  store,
  keys: settings.keys,
  now: () => Date.now(),
  simulated: settings.simulated,
})
const stopping = new AbortController()
const answer = (message: WriterAnswer) => port.postMessage(message)

const consuming = broker
  .consume({
    topics: submittingDepartments,
    batchSize: 500,
    signal: stopping.signal,
    handle: (batch) => recorder.record(batch),
    isTransient: isStoreAway,
    kept: storeKept(store),
  })
  .catch((error: Error) => answer({ crashed: `${error.name}: ${error.message}` }))

const perform = async (request: WriterRequest) => {
  switch (request.kind) {
    case 'publish':
      return broker.publish(request.messages)
    case 'append':
      return store.append(request.writes)
    case 'lag':
      return broker.lag()
    case 'stop':
      stopping.abort()
      await consuming
      await broker.close()
      await store.close()
      return undefined
    default:
      throw new TypeError(`unknown request ${JSON.stringify(request satisfies never)}`)
  }
}

port.on('message', (request: WriterRequest) => {
  perform(request).then(
    (result) => {
      answer({ call: request.call, result: result ?? undefined })
      if (request.kind === 'stop') port.close()
    },
    (error: Error) => answer({ call: request.call, error: { name: error.name, message: error.message } }),
  )
})
