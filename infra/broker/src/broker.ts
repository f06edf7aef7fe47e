/** A message for a topic. Headers are the CloudEvents attributes (`ce_id`, `ce_source`, …), the value is the data's RFC 8785 text. */
export type Message = {
  topic: string
  /** The stream; messages of one key keep their order. */
  key: string
  headers: Readonly<Record<string, string>>
  value: string
}

/** A message as the reader gets it. */
export type Delivered = Message & { partition: number; offset: string }

/** What is waiting: `oldest` is when the oldest waiting message was put there (ISO), undefined when nothing waits. */
export type Lag = { messages: number; oldest: string | undefined }

export type ConsumeOptions = {
  topics: readonly string[]
  /** Most messages a batch; default 500. */
  batchSize?: number
  signal: AbortSignal
  /**
   * Takes a batch, in order within each key. When it resolves the batch is committed; when it rejects, or the process
   * ends before, the same messages come again.
   */
  handle: (batch: readonly Delivered[]) => Promise<void>
}

/** A durable queue with one reader. */
export type Broker = {
  /** Resolves when every message is durable; rejects with `BrokerUnavailable` or `QueueFull`, then some may be there. */
  publish(messages: readonly Message[]): Promise<void>
  /** Reads until the signal; resolves then. Rejects when `handle` keeps failing (5 times in a row). */
  consume(options: ConsumeOptions): Promise<void>
  lag(): Promise<Lag>
  close(): Promise<void>
}

export class BrokerUnavailable extends Error {
  override name = 'BrokerUnavailable'
}

/** The queue holds as much as it may; the sender should come back later. */
export class QueueFull extends Error {
  override name = 'QueueFull'
}

/** Partitions of a topic, as founded. */
export const partitionCount = 24
