import { afterAll, beforeAll } from 'vitest'
import { eventStoreContract } from './event-store.contract.ts'
import { module, openEventStore } from './eventstoredb-adapter.ts'
import { type RunningFace, startFace } from './grpc-face/running-face.ts'

let face: RunningFace
beforeAll(async () => {
  face = await startFace()
})
afterAll(() => face.end())

eventStoreContract({
  name: 'the EventStoreDB adapter, over gRPC, beside other people’s streams,',
  open: async () => {
    const store = await openEventStore(face.url)
    return { module, place: face.url, store, another: () => openEventStore(face.url), end: () => store.close() }
  },
})
