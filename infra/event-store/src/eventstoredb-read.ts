import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  START,
  type StreamingRead,
} from '@eventstore/db-client'
import { type Position, startPosition } from '@hub/schemas/format/position.ts'
import {
  EventStoreUnavailable,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type StreamSpan,
} from './event-store.ts'
import type { EventStoreDbConnection } from './eventstoredb-connection.ts'
import { NoAnswerInTime, typeOfClientError } from './eventstoredb-errors.ts'
import { isHubStream, positionOf, serverPositionOf, toStoredEvent } from './eventstoredb-events.ts'

const defaultLimit = 1_000
/** Events asked for at once. Most of them may belong to other users of the server, and are left out. */
const mostOfAPage = 2_000
/** Spans that are asked for at once over one connection, below what a server lets stand open. */
const spansAtOnce = 32

/** @throws {RangeError} where a limit is no whole number of events */
export const limitOf = (limit = defaultLimit): number => {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('a page holds at least one event')
  return limit
}

/**
 * Everything of an answer that has an end. Rejects when nothing comes for `silence` ms, as the client would wait for
 * ever, and when the client is gone: it ends an answer then in the middle, as if it were whole.
 */
const everything = <Event>(reading: StreamingRead<Event>, gone: AbortSignal, silence: number): Promise<Event[]> =>
  new Promise((resolve, reject) => {
    const events: Event[] = []
    const done = () => {
      clearTimeout(timer)
      gone.removeEventListener('abort', clientGone)
    }
    const clientGone = () => {
      done()
      reject(new EventStoreUnavailable('the connection was given up'))
    }
    const timer = setTimeout(() => {
      done()
      reject(new NoAnswerInTime(`it has not answered for ${silence} ms`))
      reading.cancel().catch(() => undefined)
      reading.destroy()
    }, silence)
    gone.addEventListener('abort', clientGone)
    reading.on('data', (event: Event) => {
      events.push(event)
      timer.refresh()
    })
    reading.on('end', () => {
      done()
      resolve(events)
    })
    // Stays: an error that nobody listens to ends the process.
    reading.on('error', (error) => {
      done()
      if (typeOfClientError(error) === 'stream-not-found') resolve([])
      else reject(error)
    })
  })

type ServerEvent = NonNullable<AllStreamResolvedEvent['event']>

/** Reads of one server: the client's ways to begin, to include and to end stay in here. */
export const eventStoreDbReads = (connection: EventStoreDbConnection) => {
  const read = <Event>(start: (client: EventStoreDBClient) => StreamingRead<Event>) =>
    connection.call('read', (client, gone) => everything(start(client), gone, connection.timeLimit))

  /** Up to `count` events beyond a position, whoever's they are. Forwards the server begins with the event at it. */
  const page = async (
    direction: 'forwards' | 'backwards',
    beyond: Position | undefined,
    count: number,
  ): Promise<ServerEvent[]> => {
    const forwards = direction === 'forwards'
    const inclusive = forwards && beyond !== undefined && beyond !== startPosition
    const edge = forwards ? START : END
    const from = beyond === undefined || (forwards && !inclusive) ? edge : serverPositionOf(beyond)
    const answer = await read<AllStreamResolvedEvent>((client) =>
      client.readAll({
        direction: forwards ? FORWARDS : BACKWARDS,
        fromPosition: from,
        maxCount: inclusive ? count + 1 : count,
      }),
    )
    const events = answer.map(({ event }) => event).filter((event) => event !== undefined)
    return inclusive && events[0] && positionOf(events[0].position) === beyond
      ? events.slice(1)
      : events.slice(0, count)
  }

  const readStream = async (stream: string, options: ReadStreamOptions = {}): Promise<StoredEvent[]> => {
    const { direction = 'forwards', from } = options
    const forwards = direction === 'forwards'
    const maxCount = limitOf(options.limit)
    // Backwards from nowhere the server would give revision 0 alone.
    const fromRevision = from === undefined ? (forwards ? START : END) : BigInt(from)
    const answer = await read((client) =>
      client.readStream(stream, { direction: forwards ? FORWARDS : BACKWARDS, fromRevision, maxCount }),
    )
    return answer.flatMap(({ event }) => (event === undefined ? [] : [toStoredEvent(event)]))
  }

  const readSpan = async ({ stream, from, to }: StreamSpan): Promise<StoredEvent[]> => {
    const found: StoredEvent[] = []
    for (let next = from; next <= to; ) {
      const limit = Math.min(defaultLimit, to - next + 1)
      const events = await readStream(stream, { from: next, limit })
      found.push(...events)
      if (events.length < limit) break
      next += limit
    }
    return found
  }

  const readSpans = async (spans: readonly StreamSpan[]): Promise<StoredEvent[]> => {
    const found: StoredEvent[][] = []
    const waiting = spans.entries()
    const one = async () => {
      for (const [at, span] of waiting) found[at] = await readSpan(span)
    }
    await Promise.all(Array.from({ length: Math.min(spansAtOnce, spans.length) }, one))
    return found.flat()
  }

  const readAll = async ({ after, direction = 'forwards', limit }: ReadAllOptions = {}): Promise<StoredEvent[]> => {
    const wanted = limitOf(limit)
    if (direction === 'backwards' && after === startPosition) return []
    const found: StoredEvent[] = []
    let beyond = after
    for (let count = Math.min(wanted, mostOfAPage); ; count = Math.min(count * 4, mostOfAPage)) {
      const events = await page(direction, beyond, count)
      for (const event of events) if (isHubStream(event.streamId)) found.push(toStoredEvent(event))
      const last = events.at(-1)
      if (found.length >= wanted || events.length < count || !last) return found.slice(0, wanted)
      beyond = positionOf(last.position)
    }
  }

  /**
   * How far the log was searched for the hub's last event, and where that was found, so that events of others are
   * searched once only.
   */
  let seen = { upTo: startPosition, head: startPosition }

  const head = async (): Promise<Position> => {
    let newest: Position | undefined
    let beyond: Position | undefined
    for (let count = 8; ; count = Math.min(count * 4, mostOfAPage)) {
      const events = await page('backwards', beyond, count)
      newest ??= events[0] ? positionOf(events[0].position) : startPosition
      // A server that was restored from a backup has less than it had.
      if (newest < seen.upTo) seen = { upTo: startPosition, head: startPosition }
      const event = events.find(({ streamId }) => isHubStream(streamId))
      const last = events.at(-1)
      const oldest = last ? positionOf(last.position) : startPosition
      if (event || events.length < count || oldest <= seen.upTo) {
        const found = event ? positionOf(event.position) : seen.head
        if (newest > seen.upTo) seen = { upTo: newest, head: found }
        return found
      }
      beyond = oldest
    }
  }

  return { readStream, readSpans, readAll, head }
}
