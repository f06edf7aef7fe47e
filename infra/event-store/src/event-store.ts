import type { Position } from '@hub/schemas/format/position.ts'

/** An event to append. `data` and `metadata` are RFC 8785 texts. */
export type NewEvent = { id: string; type: string; data: string; metadata: string }

/** An event as the store has it. */
export type StoredEvent = NewEvent & {
  stream: string
  /** 0 for the first of its stream. */
  revision: number
  position: Position
  /** When the store wrote it, ISO, ms. */
  created: string
}

/** The revision of the last event that the writer knows of, or that there is none; `any` only where order does not matter. */
export type ExpectedRevision = number | 'no-stream' | 'any'

/** Events for one stream; stored all or none. */
export type StreamWrite = { stream: string; expectedRevision: ExpectedRevision; events: readonly NewEvent[] }

export type AppendOutcome =
  /** `revision` and `position` of the last event of the write. */
  | { status: 'appended'; revision: number; position: Position }
  | { status: 'conflict'; actualRevision: number | 'no-stream' }
  /**
   * The store will never take this write: too large, not in its form, or with somebody's number (citizen number, telephone,
   * account) where it would lie open.
   */
  | { status: 'refused'; reason: 'TOO_LARGE' | 'INVALID' | 'PERSONAL_NUMBER'; message: string }

export type ReadStreamOptions = {
  /** Default forwards. */
  direction?: 'forwards' | 'backwards'
  /** First revision read, inclusive; default the first (forwards) or last (backwards). */
  from?: number
  /** Default 1,000. */
  limit?: number
}

/** Events of a stream between two revisions, both inclusive. */
export type StreamSpan = { stream: string; from: number; to: number }

export type ReadAllOptions = {
  /** Exclusive; default the beginning (forwards) or the end (backwards). */
  after?: Position
  direction?: 'forwards' | 'backwards'
  /** Default 1,000. */
  limit?: number
}

export type FollowOptions = {
  /** Exclusive. */
  after: Position
  /** Most events a batch; default 1,000. */
  batchSize?: number
  signal: AbortSignal
}

/** Events in store order; `caughtUp` when the batch reaches what was then the end. A batch may be empty at the first catching up. */
export type FollowedBatch = { events: readonly StoredEvent[]; caughtUp: boolean }

/**
 * The event store. Its events are never changed, and no stream is deleted. Only streams of the hub's categories are
 * seen through it.
 */
export type EventStore = {
  /** Appends many streams at once, each all or none; one outcome a write, in order. A stream may stand in a call once. */
  append(writes: readonly StreamWrite[]): Promise<readonly AppendOutcome[]>
  /** A page of a stream; empty for a stream that is not there. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>
  /** The events of many spans, read at once and whole, in the order of the spans; what is not there is left out. */
  readSpans(spans: readonly StreamSpan[]): Promise<readonly StoredEvent[]>
  /** A page of all events, in store order. */
  readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]>
  /** All events after a position, then those that come; ends with the signal, without an error. */
  follow(options: FollowOptions): AsyncIterable<FollowedBatch>
  /** Position of the last event; `startPosition` for an empty store. */
  head(): Promise<Position>
  close(): Promise<void>
}

/** The store can't be reached or can't write now; trying again later may work. */
export class EventStoreUnavailable extends Error {
  override name = 'EventStoreUnavailable'
}

/** Most bytes of data and metadata of one write. */
export const maxAppendBytes = 512 * 1024
