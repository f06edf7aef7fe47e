import { type EventStore, EventStoreUnavailable } from './event-store.ts'
import { appendWrites } from './eventstoredb-append.ts'
import { shareConnection } from './eventstoredb-connection.ts'
import { followAll } from './eventstoredb-follow.ts'
import { eventStoreDbReads } from './eventstoredb-read.ts'
import { assertStreamsOnce } from './write-form.ts'

export type EventStoreDbOptions = {
  /**
   * The client's connection string: `esdb://host:2113?tls=false`, `esdb://user:password@a,b,c?nodePreference=leader`,
   * `esdb+discover://cluster.example?tlsCAFile=ca.pem`.
   */
  url: string
  /** How long an answer is waited for, ms; default 10,000. */
  timeLimit?: number
  /** Told why a follower's subscription broke, for logs and metrics; it goes on by itself. */
  onDropped?: (reason: unknown) => void
}

/**
 * The event store on EventStoreDB or KurrentDB (22.6 or newer). Nothing is sent before the first call. An append that
 * rejects may have been written all the same: the stored events say.
 * @throws {TypeError} for a URL that can't be read, without the URL
 */
export const openEventStoreDb = ({
  url,
  timeLimit = 10_000,
  onDropped = () => {},
}: EventStoreDbOptions): EventStore => {
  const connection = shareConnection(url, timeLimit)
  const { readStream, readSpans, readAll, head } = eventStoreDbReads(connection)
  return {
    append: async (writes) => {
      assertStreamsOnce(writes)
      if (connection.closed.aborted) throw new EventStoreUnavailable('the event store is closed')
      return appendWrites(connection, writes)
    },
    readStream,
    readSpans,
    readAll,
    follow: (options) => followAll({ connection, head, onDropped }, options),
    head,
    close: connection.close,
  }
}
