import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client'
import { type Position, startPosition } from '@hub/schemas/format/position.ts'
import { EventStoreUnavailable, type StoredEvent } from './event-store.ts'
import { inTime } from './eventstoredb-connection.ts'
import { hubPrefixes, isHubStream, serverPositionOf, toStoredEvent } from './eventstoredb-events.ts'

/** Events that the server may filter out between two signs of life. */
const searchWindow = 1_000

/** A subscription until it breaks: the server drops who is slow, and it never comes back by itself. */
export type Subscription = {
  /** Resolves when there is something to take, when it broke, or with the signal. */
  wait(signal: AbortSignal): Promise<void>
  /** Up to `most` events that have come; throws why it broke when none are left. */
  take(most: number): StoredEvent[]
  end(): void
}

/** Subscribes to all events of the hub after a position; resolves when the server has confirmed it. */
export const subscribe = async (
  client: EventStoreDBClient,
  { after, most, gone, timeLimit }: { after: Position; most: number; gone: AbortSignal; timeLimit: number },
): Promise<Subscription> => {
  const stream: AllStreamSubscription = client.subscribeToAll(
    {
      fromPosition: after === startPosition ? START : serverPositionOf(after),
      filter: streamNameFilter({ prefixes: [...hubPrefixes], maxSearchWindow: searchWindow }),
    },
    { highWaterMark: most },
  )
  const confirmed = Promise.withResolvers<void>()
  let broken: { reason: unknown } | undefined
  let wake = () => {}
  const ring = () => wake()
  const breakOff = (reason: unknown) => {
    broken ??= { reason }
    confirmed.reject(reason)
    ring()
  }
  const clientGone = () => breakOff(new EventStoreUnavailable('the connection was given up'))
  gone.addEventListener('abort', clientGone)
  stream.on('confirmation', confirmed.resolve)
  stream.on('readable', ring)
  // Stays until the end: an error that nobody listens to ends the process.
  stream.on('error', breakOff)
  stream.on('end', () => breakOff(new EventStoreUnavailable('the event store has ended the subscription')))
  const end = () => {
    gone.removeEventListener('abort', clientGone)
    stream.unsubscribe().catch(() => undefined)
    stream.destroy()
  }
  try {
    await inTime(confirmed.promise, timeLimit)
  } catch (error) {
    end()
    throw error
  }
  return {
    wait: (signal) =>
      new Promise((resolve) => {
        if (broken || signal.aborted || stream.readableLength > 0) return resolve()
        wake = () => {
          signal.removeEventListener('abort', ring)
          wake = () => {}
          resolve()
        }
        signal.addEventListener('abort', ring)
      }),
    take: (wanted) => {
      const events: StoredEvent[] = []
      while (events.length < wanted) {
        const resolved = stream.read() as AllStreamResolvedEvent | null
        if (resolved === null) break
        if (resolved.event && isHubStream(resolved.event.streamId)) events.push(toStoredEvent(resolved.event))
      }
      if (events.length === 0 && broken) throw broken.reason
      return events
    },
    end,
  }
}
