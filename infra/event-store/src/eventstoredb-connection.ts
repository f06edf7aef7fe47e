import { EventStoreDBClient } from '@eventstore/db-client'
import { EventStoreUnavailable } from './event-store.ts'
import { NoAnswerInTime, typeOfClientError, unavailable } from './eventstoredb-errors.ts'

type Work<T> = (client: EventStoreDBClient, gone: AbortSignal) => Promise<T>

/** The one client of this thread, behind everything that is opened with the same URL. */
export type EventStoreDbConnection = {
  /** How long an answer is waited for, ms. */
  readonly timeLimit: number
  /**
   * Runs work with the client. `gone` fires when the client is given up: its reads then end early and without an error,
   * as if they were complete. Faults become `EventStoreUnavailable`; where a fault may have left the client unusable,
   * the next call gets a new client.
   */
  call<T>(doing: string, work: Work<T>): Promise<T>
  /** Fires at `close`. */
  readonly closed: AbortSignal
  close(): Promise<void>
}

/** Rejects with `NoAnswerInTime` where a promise has not settled after `milliseconds`. */
export const inTime = async <T>(promise: Promise<T>, milliseconds: number): Promise<T> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new NoAnswerInTime(`it has not answered for ${milliseconds} ms`)),
    milliseconds,
  )
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * While its append stream is full, the client waits in a promise that no caller holds: if the stream breaks then, the
 * rejection is unhandled and ends the process. So the stream never says that it is full; `appendWrites` bounds what is
 * in flight instead.
 */
const neverFull = (client: EventStoreDBClient): EventStoreDBClient => {
  // biome-ignore lint/complexity/useLiteralKeys: it is protected; there is no other way to the stream
  const create = client['GRPCStreamCreator']
  // biome-ignore lint/complexity/useLiteralKeys: as above
  client['GRPCStreamCreator'] = (service, name, creator, cache) =>
    create(
      service,
      name,
      async (grpc) => {
        const stream = await creator(grpc)
        if ('write' in stream && cache) {
          const write = stream.write.bind(stream) as (chunk: unknown) => boolean
          stream.write = (chunk: unknown) => {
            write(chunk)
            return true
          }
        }
        return stream
      },
      cache,
    )
  return client
}

/** Reads a URL; what is wrong is said without the URL, which may hold a password. */
const clientOf = (url: string): EventStoreDBClient => {
  try {
    return neverFull(EventStoreDBClient.connectionString(url))
  } catch (error) {
    const { location, expected, message } = error as {
      location?: readonly number[]
      expected?: string
      message: string
    }
    throw new TypeError(
      location
        ? `EVENT_STORE_URL can't be read at character ${location[0]}${expected === undefined ? '' : `: ${expected} is expected there`}`
        : `EVENT_STORE_URL can't be used: ${message}`,
    )
  }
}

/**
 * All clients of a process keep what they wait for in one table. When the append stream of one client breaks, every
 * entry is rejected, and an answer that then comes to another client ends the process. So a client is made only when
 * the last one is gone.
 */
let lastGone: Promise<unknown> = Promise.resolve()
const disposeLimit = 2_000
const dispose = (client: EventStoreDBClient) => {
  lastGone = lastGone.then(() => inTime(client.dispose(), disposeLimit).catch(() => undefined))
  return lastGone
}

/** A client, and the signal that it is gone: it ends its reads and subscriptions without a word. */
type Generation = { client: EventStoreDBClient; gone: AbortController }

const generationOf = (url: string): Generation => ({ client: clientOf(url), gone: new AbortController() })

const retire = ({ client, gone }: Generation) => {
  gone.abort()
  return dispose(client)
}

type Shared = { url: string; generation: Generation | undefined; users: number }
let shared: Shared | undefined

/**
 * The connection of this thread to a server. Opened again with the same URL it is shared; the last `close` ends it.
 * @throws {TypeError} for a URL that can't be read, without the URL
 */
export const shareConnection = (url: string, timeLimit: number): EventStoreDbConnection => {
  if (shared && shared.url !== url)
    throw new TypeError('a thread talks to one EventStoreDB at a time: close the one that is open')
  shared ??= { url, generation: generationOf(url), users: 0 }
  const ours = shared
  ours.users += 1
  const closing = new AbortController()
  const perform = async <T>(doing: string, work: Work<T>): Promise<T> => {
    await lastGone
    ours.generation ??= generationOf(url)
    const using = ours.generation
    try {
      return await work(using.client, using.gone.signal)
    } catch (error) {
      // Such a client may wait for ever for a frozen server, or keep trying members of a cluster that are not there.
      const stuck = error instanceof NoAnswerInTime || typeOfClientError(error) === undefined
      if (stuck && ours.generation === using) {
        ours.generation = undefined
        void retire(using)
      }
      throw unavailable(doing, error)
    }
  }
  const underWay = new Set<Promise<unknown>>()
  return {
    timeLimit,
    closed: closing.signal,
    call: async (doing, work) => {
      if (closing.signal.aborted) throw new EventStoreUnavailable('the event store is closed')
      const call = perform(doing, work)
      underWay.add(call)
      try {
        return await call
      } finally {
        underWay.delete(call)
      }
    },
    close: async () => {
      if (closing.signal.aborted) return
      closing.abort()
      // What has been sent may still be answered; each call has its time limit.
      await Promise.allSettled(underWay)
      ours.users -= 1
      if (ours.users > 0) return
      if (shared === ours) shared = undefined
      if (ours.generation) await retire(ours.generation)
      ours.generation = undefined
    },
  }
}
