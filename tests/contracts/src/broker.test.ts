import { brokerContract } from './broker.contract.ts'
import { freshFolder, module, openBroker } from './embedded-adapters.ts'

brokerContract({
  name: 'the embedded adapter',
  open: async (maxMessages) => {
    const { place, remove } = await freshFolder()
    let broker = await openBroker(place, maxMessages)
    const reopen = async () => {
      await broker.close()
      broker = await openBroker(place, maxMessages)
      return broker
    }
    const end = async () => {
      await broker.close()
      await remove()
    }
    return { module, place, broker, topics: ['civil-affairs', 'finance'], reopen, end }
  },
  deviations: {
    COMMIT_AT_ONCE:
      'handled messages leave with the next durable write, which spares one; after a kill they come again',
  },
})
