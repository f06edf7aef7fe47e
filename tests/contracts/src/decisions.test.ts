import { decisionsContract } from './decisions.contract.ts'
import { freshFolder, module, openEventStore } from './embedded-adapters.ts'
import * as eventStoreDb from './eventstoredb-adapter.ts'
import { startFace } from './grpc-face/running-face.ts'

decisionsContract({
  name: 'the embedded event store',
  open: async () => {
    const { place, remove } = await freshFolder()
    const store = await openEventStore(place)
    const end = async () => {
      await store.close()
      await remove()
    }
    return { module, place, store, another: () => openEventStore(place), end }
  },
})

decisionsContract({
  name: 'the EventStoreDB adapter over the gRPC face',
  open: async () => {
    const face = await startFace()
    const store = await eventStoreDb.openEventStore(face.url)
    const end = async () => {
      await store.close()
      await face.end()
    }
    return {
      module: eventStoreDb.module,
      place: face.url,
      store,
      another: () => eventStoreDb.openEventStore(face.url),
      end,
    }
  },
})
