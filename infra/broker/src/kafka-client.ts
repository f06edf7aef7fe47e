import kafkajs, { type Kafka, type SASLOptions } from 'kafkajs'
import type { KafkaConnection } from './kafka-connection.ts'
import './kafka-idle.ts'
import './kafka-foreign-codecs.ts'
import './kafka-zstd.ts'

/** kafkajs for a cluster: few retries of its own, with limits of time. */
export const kafkaClient = ({ brokers, tls, login }: KafkaConnection, clientId: string): Kafka =>
  new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    ...(tls && { ssl: tls }),
    ...(login && { sasl: login as SASLOptions }),
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 10_000,
    enforceRequestTimeout: true,
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: async () => false },
    logLevel: kafkajs.logLevel.NOTHING,
  })
