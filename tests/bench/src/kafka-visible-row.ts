import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { kafkaBench } from './kafka-engine.ts'
import type { Measured, Row } from './measure.ts'
import {
  type Arrived,
  forSeconds,
  type LoadEvent,
  openSender,
  percentile,
  perSecond,
  steadyLoad,
  watchViews,
} from './steady-load.ts'
import { withServices } from './with-services.ts'

const [warmUpSeconds, seconds] = [5, 10]
const bars = { p50: 4, p99: 6 }

/** The same load through kafkajs alone: sent, acknowledged, and had by a consumer in the same process. */
const roundTrip = async (broker: string): Promise<number[]> => {
  const kafka = kafkaBench(broker)
  const topic = await kafka.freshTopic('round-trip')
  const consumer = kafka.client.consumer({ groupId: `bare-${randomUUID()}` })
  const producer = kafka.client.producer({ maxInFlightRequests: 1 })
  const had: ReturnType<Arrived> = []
  const joined = Promise.withResolvers<void>()
  consumer.on('consumer.group_join', () => joined.resolve())
  await Promise.all([consumer.connect(), producer.connect()])
  await consumer.subscribe({ topics: [topic] })
  await consumer.run({
    eachBatch: async ({ batch }) => {
      const at = performance.now()
      for (const { key } of batch.messages) had.push({ id: String(key), at })
    },
  })
  await joined.promise
  const send = async (events: readonly LoadEvent[]) => {
    const messages = events.map((event) => ({ key: event.id, value: JSON.stringify(event) }))
    await producer.send({ topic, acks: -1, messages })
  }
  const arrived = () => had.splice(0)
  await steadyLoad(send, arrived, forSeconds(warmUpSeconds))
  const took = await steadyLoad(send, arrived, forSeconds(seconds))
  await Promise.all([consumer.disconnect(), producer.disconnect()])
  return took
}

/** From handing over to standing in a gateway's views, through services that are processes of their own. */
export const kafkaVisibleRow: Row = {
  name: 'kafka-visible',
  title: `submitted → visible at ${perSecond} events/s through Kafka and the event store's stand-in, services as processes of their own; limit: bare kafkajs produce → consume of the same; p50 (${bars.p50} ×) and p99 (${bars.p99} ×), the worse against its bar`,
  reach: { most: 1 },
  unit: '× its bar',
  measure: (): Promise<Measured> =>
    withServices(async (hub, folder) => {
      const intake = hub.services.find(({ name }) => name === 'veteran-affairs')!
      const sender = await openSender(intake.url)
      const watch = watchViews(join(folder, 'views'))
      await steadyLoad(sender.post, watch.seen, forSeconds(warmUpSeconds))
      const visible = await steadyLoad(sender.post, watch.seen, forSeconds(seconds))
      watch.close()
      await sender.close()
      const bare = await roundTrip(hub.broker)
      const of = (values: readonly number[], share: number) => percentile(values, share)
      return {
        value: Math.max(of(visible, 0.5) / of(bare, 0.5) / bars.p50, of(visible, 0.99) / of(bare, 0.99) / bars.p99),
        details: {
          events: visible.length,
          'p50 ms': of(visible, 0.5).toFixed(1),
          'p99 ms': of(visible, 0.99).toFixed(1),
          'limit p50 ms': of(bare, 0.5).toFixed(1),
          'limit p99 ms': of(bare, 0.99).toFixed(1),
          'p50, times the limit': (of(visible, 0.5) / of(bare, 0.5)).toFixed(2),
          'p99, times the limit': (of(visible, 0.99) / of(bare, 0.99)).toFixed(2),
        },
      }
    }),
}
