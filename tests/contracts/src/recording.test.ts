import { freshFolder, module, openBroker, openEventStore } from './embedded-adapters.ts'
import { recordingContract } from './recording.contract.ts'

recordingContract({
  name: 'the embedded pair in one file',
  prepare: async () => {
    const { place, remove } = await freshFolder()
    return {
      module,
      place,
      topic: 'hr',
      openBroker: () => openBroker(place),
      openEventStore: () => openEventStore(place),
      end: remove,
    }
  },
})
