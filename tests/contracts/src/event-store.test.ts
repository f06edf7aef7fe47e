import { freshFolder, module, openEventStore } from './embedded-adapters.ts'
import { eventStoreContract } from './event-store.contract.ts'

eventStoreContract({
  name: 'the embedded adapter',
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
