import kafkajs, { type Admin, type Kafka, type Producer } from 'kafkajs'
import { type Broker, BrokerUnavailable, type Message } from './broker.ts'
import { recorderGroup } from './kafka-acls.ts'
import { kafkaClient } from './kafka-client.ts'
import type { KafkaConnection } from './kafka-connection.ts'
import { kafkaLag } from './kafka-lag.ts'
import { bytesOfMessage, toWire } from './kafka-message.ts'
import { readKafka } from './kafka-reader.ts'
import { ensureTopics, type TopicFinding } from './kafka-topics.ts'
import { sendQueue } from './send-queue.ts'

/** What happens in the adapter, for metrics and logs; no message's content is ever in it. */
export type KafkaNotice =
  | { kind: 'published'; messages: number; ms: number }
  | { kind: 'read'; messages: number }
  /** The group was rebalanced: this reader has `have` partitions now, `kept` of which it had before. */
  | { kind: 'rebalanced'; have: number; kept: number }
  | { kind: 'lost'; reason: string }
  /** The store was older than what the group had committed: everything in the topics is read again. */
  | { kind: 'rewound' }
  | { kind: 'topic'; finding: TopicFinding }

export type KafkaBrokerOptions = {
  connection: KafkaConnection
  /** Topics whose lag counts; made where they are missing. */
  topics: readonly string[]
  /** The consumer group; default `hub-recorder`. */
  group?: string
  /** Name of this process in the broker's logs; default `hub`. */
  clientId?: string
  /** How long a sender waits for an acknowledgement, ms; default 15,000. */
  patienceMs?: number
  /** Most messages that may wait in this process; default 20,000. */
  maxMessages?: number
  /** After this long without a sign of life the group takes a reader for dead, ms; default 30,000. */
  sessionMs?: number
  observe?: (notice: KafkaNotice) => void
}

/** A partition's share of fewer messages is a few kB: making a compressor for each costs more than it saves. */
const compressedFrom = 100

const sendTo =
  (producer: Producer, observe: KafkaBrokerOptions['observe']) =>
  async (messages: readonly Message[]): Promise<void> => {
    const began = performance.now()
    await producer.sendBatch({
      acks: -1,
      timeout: 10_000,
      compression: messages.length < compressedFrom ? kafkajs.CompressionTypes.None : kafkajs.CompressionTypes.ZSTD,
      topicMessages: [...Map.groupBy(messages, ({ topic }) => topic)].map(([topic, of]) => ({
        topic,
        messages: of.map(toWire),
      })),
    })
    observe?.({ kind: 'published', messages: messages.length, ms: performance.now() - began })
  }

const unavailable = (cause: unknown) =>
  cause instanceof BrokerUnavailable
    ? cause
    : new BrokerUnavailable(`Kafka can't be used now: ${(cause as Error).message}`, { cause })

const translated = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (cause) {
    throw unavailable(cause)
  }
}

/** What a process keeps open: made when it is needed first, so that a reader keeps no producer's connection. */
const opened = <T>(open: () => Promise<T>) => {
  let promise: Promise<T> | undefined
  return {
    get: () => {
      promise ??= open().catch((error) => {
        promise = undefined
        throw error
      })
      return promise
    },
    close: async (end: (it: T) => Promise<void>) => {
      const it = await promise?.catch(() => undefined)
      if (it !== undefined) await end(it).catch(() => undefined)
    },
  }
}

const openProducer = async (kafka: Kafka, options: KafkaBrokerOptions) => {
  // One request at a time: with several, one that is repeated could come after a later one.
  const producer = kafka.producer({
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition!,
  })
  await producer.connect()
  const queue = sendQueue({
    send: sendTo(producer, options.observe),
    bytesOf: bytesOfMessage,
    patienceMs: options.patienceMs ?? 15_000,
    maxMessages: options.maxMessages ?? 20_000,
    batch: { messages: 2_000, bytes: 900_000 },
  })
  return { producer, queue }
}

const openAdmin = async (kafka: Kafka): Promise<Admin> => {
  const admin = kafka.admin()
  await admin.connect()
  return admin
}

/**
 * The queue in Kafka: a topic a department, keyed by stream. Several processes may read: each partition number has one
 * reader at a time. `publish` resolves when all in-sync replicas have the messages; a call that rejects may have been
 * taken in part, and a repeat is possible. @throws {BrokerUnavailable}
 */
export const openKafkaBroker = async (options: KafkaBrokerOptions): Promise<Broker> => {
  const { topics, group = recorderGroup, observe } = options
  const kafka = kafkaClient(options.connection, options.clientId ?? 'hub')
  const admin = opened(() => openAdmin(kafka))
  const sending = opened(() => openProducer(kafka, options))
  const readers = new Set<Promise<void>>()
  const closing = new AbortController()

  const findings = await translated(async () => ensureTopics(await admin.get(), topics)).catch(async (error) => {
    await admin.close((it) => it.disconnect())
    throw error
  })
  for (const finding of findings) observe?.({ kind: 'topic', finding })

  return {
    publish: async (messages) => {
      if (closing.signal.aborted) throw new BrokerUnavailable('the broker is closed')
      const { queue } = await translated(sending.get)
      await queue.publish(messages)
    },
    consume: async ({ committed, signal, ...rest }) => {
      if (closing.signal.aborted) throw new BrokerUnavailable('the broker is closed')
      const reading = readKafka({
        ...rest,
        kafka,
        group,
        sessionMs: options.sessionMs ?? 30_000,
        signal: AbortSignal.any([signal, closing.signal]),
        committed: (batch) => {
          observe?.({ kind: 'read', messages: batch.length })
          committed?.(batch)
        },
        onRebalanced: (partitions) => observe?.({ kind: 'rebalanced', ...partitions }),
        onRewound: () => observe?.({ kind: 'rewound' }),
        onLost: (error) => observe?.({ kind: 'lost', reason: error.name }),
      })
      readers.add(reading)
      await reading.finally(() => readers.delete(reading))
    },
    lag: () => translated(async () => kafkaLag(await admin.get(), group, topics)),
    close: async () => {
      closing.abort()
      await Promise.allSettled(readers)
      await sending.close(async ({ queue, producer }) => {
        await queue.close()
        await producer.disconnect()
      })
      await admin.close((it) => it.disconnect())
    },
  }
}
