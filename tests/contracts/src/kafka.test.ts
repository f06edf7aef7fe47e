import { realEngine } from '@hub/local/real-engine.fixture.ts'
import { describe } from 'vitest'
import { brokerContract } from './broker.contract.ts'
import { freshKafkaPlace, module, openBroker, removeKafkaPlace } from './kafka-adapter.ts'

const { url, missing } = await realEngine('kafka')

describe.skipIf(url === undefined)(missing ?? 'real Kafka', () => {
  brokerContract({
    name: 'the Kafka adapter',
    deviations: {
      QUEUE_LIMIT: 'a topic holds what its retention lets it; the lag guard refuses senders when it is a day old',
      ONE_READER: 'several recorders read, each its own partitions',
    },
    open: async () => {
      const at = freshKafkaPlace(url ?? '')
      const place = JSON.stringify(at)
      let broker = await openBroker(place)
      const reopen = async () => {
        await broker.close()
        broker = await openBroker(place)
        return broker
      }
      const end = async () => {
        await broker.close()
        await removeKafkaPlace(at)
      }
      return { module, place, broker, topics: at.topics, reopen, end }
    },
  })
})
