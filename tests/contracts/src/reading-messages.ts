import type { Broker, Delivered } from '@hub/broker/broker.ts'

type Reading = {
  topics: readonly string[]
  /** How many messages to read before the reader ends. */
  count: number
  batchSize?: number
  /** Runs before a batch counts as read; a rejection is the reader's failure. */
  handle?: (batch: readonly Delivered[]) => Promise<void>
}

/** Reads and commits until `count` messages have come; answers the batches. */
export const readMessages = async (broker: Broker, { topics, count, batchSize = 500, handle }: Reading) => {
  const controller = new AbortController()
  const batches: (readonly Delivered[])[] = []
  let read = 0
  await broker.consume({
    topics,
    batchSize,
    signal: controller.signal,
    handle: async (batch) => {
      await handle?.(batch)
      batches.push(batch)
      read += batch.length
      if (read >= count) controller.abort()
    },
  })
  return batches
}

/** What still waits in some topics; leaves it there. */
export const peekMessages = async (broker: Broker, topics: readonly string[]): Promise<readonly Delivered[]> => {
  const controller = new AbortController()
  let seen: readonly Delivered[] = []
  await broker.consume({
    topics,
    signal: controller.signal,
    handle: async (batch) => {
      seen = batch
      controller.abort()
      throw new Error('only looking')
    },
  })
  return seen
}
