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

/**
 * What a reader makes of its messages is kept elsewhere, and may be set back there to an earlier state. A mark of it goes
 * with every commit, so that commits which know more than what is kept are found out.
 */
export type Kept = {
  /** A mark of what is kept now; at most 1,000 characters. */
  mark(): Promise<string>
  /** Whether what a mark was made of is not kept any more. */
  lacks(mark: string): Promise<boolean>
}

export type ConsumeOptions = {
  topics: readonly string[]
  /** Most messages a batch; default 500. */
  batchSize?: number
  signal: AbortSignal
  /**
   * Takes a batch, in order within each key. When it resolves the batch is committed; when it rejects, or the process
   * ends before, the same messages come again.
   */
  handle: (batch: readonly Delivered[]) => Promise<unknown>
  /**
   * Whether a failure of `handle` passes by itself, as when an engine is away: the batch is then tried again, with
   * growing pauses, for as long as it takes. Without it none does.
   */
  passes?: (error: unknown) => boolean
  /** Told when a batch is committed: only now it is sure that nobody else is given it. */
  committed?: (batch: readonly Delivered[]) => void
  /**
   * Given where what is kept can be older than the queue's commits. Then everything that the queue still holds is read
   * again at the start. A queue in the store's own file is set back with it.
   */
  kept?: Kept
}

/** A durable queue with one reader. */
export type Broker = {
  /** Resolves when every message is durable; rejects with `BrokerUnavailable` or `QueueFull`, then some may be there. */
  publish(messages: readonly Message[]): Promise<void>
  /** Reads until the signal; resolves then. Rejects when `handle` keeps failing (5 times in a row) with what does not pass. */
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
