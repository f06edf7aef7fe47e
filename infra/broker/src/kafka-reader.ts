import { setTimeout as pause } from 'node:timers/promises'
import type { EachBatchPayload, Kafka } from 'kafkajs'
import { BrokerUnavailable, type ConsumeOptions, type Delivered } from './broker.ts'
import { copartitioned } from './kafka-assigner.ts'
import { fromWire } from './kafka-message.ts'
import { rewindWhereKeptIsOlder } from './kafka-rewind.ts'
import { isTransient } from './kafka-transient.ts'
import { mergedBatches } from './merged-batches.ts'

export type KafkaReaderOptions = ConsumeOptions & {
  kafka: Kafka
  group: string
  /** After this long without a sign of life the group takes this member for dead, ms. */
  sessionMs: number
  /** Called after each rebalance: how many partitions this member has, and how many of them it had before. */
  onRebalanced?: (partitions: { have: number; kept: number }) => void
  /** Told when the connection is lost and made anew. */
  onLost?: (error: Error) => void
  /** Called when the group was set back, because the store is older than its commits. */
  onRewound?: () => void
}

const patienceToStopMs = 10_000
const againAfterMs = 1_000

const nextOffset = (offset: string) => String(BigInt(offset) + 1n)

const offsetsAfter = (handled: readonly Delivered[], mark: string | undefined) => ({
  topics: [...Map.groupBy(handled, ({ topic }) => topic)].map(([topic, messages]) => ({
    topic,
    partitions: [...Map.groupBy(messages, ({ partition }) => partition)].map(([partition, of]) => ({
      partition,
      offset: nextOffset(of.at(-1)!.offset),
      ...(mark === undefined ? {} : { metadata: mark }),
    })),
  })),
})

type Ending = { kind: 'stopped' } | { kind: 'failed'; error: unknown } | { kind: 'crashed'; error: Error }

/** One membership in the group, from joining to leaving. */
const readUntilEnd = async (options: KafkaReaderOptions, owned: { partitions: readonly number[] }): Promise<Ending> => {
  const { kafka, group, sessionMs, topics, batchSize = 500, signal } = options
  const heartbeatMs = Math.floor(sessionMs / 6)
  const ending = Promise.withResolvers<Ending>()
  const consumer = kafka.consumer({
    groupId: group,
    partitionAssigners: [copartitioned(() => owned.partitions)],
    sessionTimeout: sessionMs,
    rebalanceTimeout: Math.max(sessionMs, 30_000),
    heartbeatInterval: heartbeatMs,
    // How long a fetch waits where nothing comes, which is all that an idle reader does; a stop waits for it, too.
    maxWaitTimeInMs: 1_500,
    allowAutoTopicCreation: false,
  })
  let mark: string | undefined
  const merged = mergedBatches({
    ...options,
    // Taking the mark is part of handling a batch: where the store is away, the batch is tried again.
    handle: async (batch) => {
      await options.handle(batch)
      mark = await options.kept?.mark()
    },
    batchSize,
    heartbeatMs,
    onFailure: (error) => ending.resolve({ kind: 'failed', error }),
  })
  consumer.on('consumer.crash', ({ payload }) => ending.resolve({ kind: 'crashed', error: payload.error }))
  consumer.on('consumer.group_join', ({ payload }) => {
    const have = Object.values(payload.memberAssignment)[0] ?? []
    options.onRebalanced?.({
      have: have.length,
      kept: have.filter((partition) => owned.partitions.includes(partition)).length,
    })
    owned.partitions = have
  })
  const eachBatch = ({ batch, ...payload }: EachBatchPayload) =>
    merged.add({
      messages: batch.messages.map((message) => fromWire(batch.topic, batch.partition, message)),
      commit: async (handled) => payload.commitOffsetsIfNecessary(offsetsAfter(handled, mark)),
      resolve: (last) => payload.resolveOffset(last.offset),
      heartbeat: payload.heartbeat,
      isCurrent: () => payload.isRunning() && !payload.isStale(),
    })
  const stop = () => ending.resolve({ kind: 'stopped' })
  signal.addEventListener('abort', stop)
  try {
    await consumer.connect()
    await consumer.subscribe({ topics: [...topics], fromBeginning: true })
    // As many at once as there may be partitions: what one fetch brings is merged into batches of all of them.
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 500,
      eachBatch,
    })
    if (signal.aborted) stop()
    return await ending.promise
  } catch (error) {
    return { kind: 'crashed', error: error as Error }
  } finally {
    signal.removeEventListener('abort', stop)
    const left = consumer.disconnect().catch(() => undefined)
    await merged.idle()
    // Leaving may hang on a broker that is gone; the group finds out by itself then.
    await Promise.race([left, pause(patienceToStopMs, undefined, { ref: false })])
  }
}

/** Sets the group back where that is needed; a group that is new has no coordinator for a moment. */
const rewind = async (options: KafkaReaderOptions): Promise<void> => {
  const { kept, signal } = options
  while (kept && !signal.aborted)
    try {
      if (await rewindWhereKeptIsOlder({ ...options, kept })) options.onRewound?.()
      return
    } catch (error) {
      if (!isTransient(error as Error)) throw error
      options.onLost?.(error as Error)
      await pause(againAfterMs, undefined, { signal }).catch(() => undefined)
    }
}

/**
 * Reads topics as a member of a group until the signal. A lost connection is made anew. Rejects when `handle` has
 * failed too often, or with `BrokerUnavailable` on an error that is not transient: the process should end then.
 */
export const readKafka = async (options: KafkaReaderOptions): Promise<void> => {
  const owned: { partitions: readonly number[] } = { partitions: [] }
  await rewind(options)
  while (!options.signal.aborted) {
    const ending = await readUntilEnd(options, owned)
    if (options.signal.aborted || ending.kind === 'stopped') return
    if (ending.kind === 'failed') throw ending.error
    if (!isTransient(ending.error))
      throw new BrokerUnavailable(`reading has ended: ${ending.error.message}`, { cause: ending.error })
    options.onLost?.(ending.error)
    await pause(againAfterMs, undefined, { signal: options.signal }).catch(() => undefined)
  }
}
