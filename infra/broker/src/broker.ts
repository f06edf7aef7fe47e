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
 * The store in which a reader keeps what it makes of messages. It may be set back, as by restoring a backup. A mark of
 * its state goes with every commit, so that a group that has committed more than the store holds is found out.
 */
export type Kept = {
  /** A mark of the present state of the store; at most 1,000 characters. */
  mark(): Promise<string>
  /** Whether the store has lost the state that a mark was made of. */
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
   * Whether a failure of `handle` is transient, as when an engine is away: the batch is then tried again, with growing
   * pauses, for as long as it takes. Default: none is.
   */
  isTransient?: (error: unknown) => boolean
  /** Called when a batch is committed. Only then is it certain that no other reader is given it. */
  committed?: (batch: readonly Delivered[]) => void
  /**
   * Given where the store can be older than the queue's commits: then everything that the queue still holds is read
   * again at the start. A queue in the store's own file needs none, as it is set back with it.
   */
  kept?: Kept
}

/** A durable queue with one reader. */
export type Broker = {
  /** Resolves when every message is durable; rejects with `BrokerUnavailable` or `QueueFull`, then some may be there. */
  publish(messages: readonly Message[]): Promise<void>
  /**
   * Reads until the signal; resolves then. Rejects when `handle` has failed 5 times in a row and the failure is not
   * transient.
   */
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
