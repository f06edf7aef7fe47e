import { afterAll, beforeAll, describe, it } from 'vitest'
import { freshFolder } from './embedded-adapters.ts'
import { eventStoreContract } from './event-store.contract.ts'
import { module, openEventStore } from './eventstoredb-adapter.ts'
import * as withBroker from './eventstoredb-with-embedded-broker.ts'
import { type RunningFace, startFace } from './grpc-face/running-face.ts'
import { writeAsOtherPeople } from './other-peoples-writes.ts'
import { realEventStoreDb } from './real-eventstoredb.ts'
import { recordingContract } from './recording.contract.ts'

const contractsAt = (name: string, url: () => string) => {
  eventStoreContract({
    name,
    open: async () => {
      const store = await openEventStore(url())
      return { module, place: url(), store, another: () => openEventStore(url()), end: () => store.close() }
    },
  })
  recordingContract({
    name: `the embedded broker with ${name}`,
    prepare: async () => {
      const { place: folder, remove } = await freshFolder()
      const place = withBroker.placeOf(folder, url())
      return {
        module: withBroker.module,
        place,
        topic: 'hr',
        openBroker: () => withBroker.openBroker(place),
        openEventStore: () => withBroker.openEventStore(place),
        end: remove,
      }
    },
  })
}

describe('over the gRPC face', () => {
  let face: RunningFace
  beforeAll(async () => {
    face = await startFace()
  })
  afterAll(() => face.end())
  contractsAt('the EventStoreDB adapter', () => face.url)
})

const real = await realEventStoreDb()
if ('missing' in real) it.skipIf(true)(`a real EventStoreDB is not tested here: ${real.missing}`, () => undefined)
else
  describe('over a real server', () => {
    beforeAll(() => writeAsOtherPeople(real.url))
    afterAll(() => real.stop())
    contractsAt('the EventStoreDB adapter', () => real.url)
  })
