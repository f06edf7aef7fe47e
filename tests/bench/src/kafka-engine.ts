import { randomUUID } from 'node:crypto'
import type { Broker } from '@hub/broker/broker.ts'
import { type KafkaNotice, openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaClient } from '@hub/broker/kafka-client.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { enginesDown, engineUp } from '@hub/local/engines.ts'
import type { Kafka } from 'kafkajs'
import { inFolder } from './sample-load.ts'

/** A Kafka for a row: `BROKER_URL` where it is given, else one that is started for the row. */
export type BenchKafka = {
  url: string
  client: Kafka
  openBroker(topics: readonly string[], group?: string, observe?: (notice: KafkaNotice) => void): Promise<Broker>
  /** A topic with the settings of the hub's, which nobody else has. */
  freshTopic(name: string): Promise<string>
}

/** A Kafka that runs, for a row. */
export const kafkaBench = (url: string): BenchKafka => {
  const connection = kafkaConnection(url, process.env)
  const openBroker: BenchKafka['openBroker'] = (topics, group = `bench-${randomUUID()}`, observe = () => undefined) =>
    openKafkaBroker({ connection, topics, group, observe })
  return {
    url,
    client: kafkaClient(connection, 'bench'),
    openBroker,
    freshTopic: async (name) => {
      const topic = `${name}-${randomUUID().slice(0, 8)}`
      const broker = await openBroker([topic])
      await broker.close()
      return topic
    },
  }
}

/** Runs with a real Kafka, which is stopped afterwards where it was started for this. */
export const withKafka = <Result>(run: (kafka: BenchKafka) => Promise<Result>): Promise<Result> => {
  const given = process.env.BROKER_URL
  if (given) return run(kafkaBench(given))
  return inFolder(async (folder) => {
    try {
      return await run(kafkaBench(await engineUp('kafka', { folder, until: process.pid })))
    } finally {
      await enginesDown(folder)
    }
  })
}
