import { randomUUID } from 'node:crypto'
import { openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaClient } from '@hub/broker/kafka-client.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'

/** The module by which processes of their own open the adapter. */
export const module: string = import.meta.url

/** A cluster, and the topics and the group of one test. */
export type KafkaPlace = { url: string; topics: readonly [string, string]; group: string }

/** Topics and a group that no other test has. */
export const freshKafkaPlace = (url: string): KafkaPlace => {
  const own = randomUUID().slice(0, 8)
  return { url, topics: [`civil-affairs-${own}`, `finance-${own}`], group: `hub-recorder-${own}` }
}

/** Opens the adapter at a place, written as JSON. A killed reader is missed after six seconds, not after thirty. */
export const openBroker = async (place: string) => {
  const { url, topics, group } = JSON.parse(place) as KafkaPlace
  return openKafkaBroker({ connection: kafkaConnection(url, process.env), topics, group, sessionMs: 6_000 })
}

/** Takes topics and group of a place away. */
export const removeKafkaPlace = async ({ url, topics, group }: KafkaPlace): Promise<void> => {
  const admin = kafkaClient(kafkaConnection(url, process.env), 'contract').admin()
  await admin.connect()
  await admin.deleteTopics({ topics: [...topics] })
  await admin.deleteGroups([group]).catch(() => undefined)
  await admin.disconnect()
}
