import { isPosition, type Position, positionOfSequence, sequenceOfPosition } from '@hub/schemas/format/position.ts'
import { newRows } from '@hub/sqlite/new-rows.ts'
import { isFileFault, openSqlite, type SqliteConnection } from '@hub/sqlite/sqlite-connection.ts'
import { type EventStore, EventStoreUnavailable, type FollowedBatch, type FollowOptions } from './event-store.ts'
import {
  createEventTable,
  hasEventTable,
  insertWrite,
  lastSequence,
  selectAll,
  selectSpans,
  selectStream,
} from './event-table.ts'
import { assertStreamsOnce, refusalOf } from './write-form.ts'

const pageSize = 1_000

/** SQLite's faults become the port's once, here. */
const translated = <T>(what: string, work: () => T): T => {
  try {
    return work()
  } catch (cause) {
    if (isFileFault(cause)) throw new EventStoreUnavailable(`the event store's file can't be ${what} now`, { cause })
    throw cause
  }
}

const sequenceOf = (position: Position): number => {
  if (!isPosition(position)) throw new RangeError('a position is 32 hex digits')
  return sequenceOfPosition(position)
}

const pageOf = (limit = pageSize): number => {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('a page holds at least one event')
  return limit
}

/** The embedded event store over a connection that is its own; `close` closes the connection. */
export const embeddedEventStoreOver = (connection: SqliteConnection): EventStore => {
  const rows = newRows(connection)
  const reading = <T>(work: () => T): T =>
    translated('read', () => {
      if (!connection.database.isOpen) throw new EventStoreUnavailable('the event store is closed')
      return work()
    })

  async function* follow({ after, batchSize, signal }: FollowOptions): AsyncGenerator<FollowedBatch> {
    const most = pageOf(batchSize)
    let sequence = sequenceOf(after)
    let begun = false
    let looksInVain = 0
    while (!signal.aborted) {
      const end = reading(() => lastSequence(connection))
      if (end > sequence) {
        const events = reading(() => selectAll(connection, 'forwards', sequence, most))
        sequence = sequenceOfPosition(events.at(-1)?.position ?? after)
        begun = true
        looksInVain = 0
        yield { events, caughtUp: sequence >= end }
      } else if (!begun) {
        begun = true
        yield { events: [], caughtUp: true }
      } else await rows.wait(looksInVain++, signal)
    }
  }

  return {
    append: async (writes) => {
      assertStreamsOnce(writes)
      if (!connection.database.isOpen) throw new EventStoreUnavailable('the event store is closed')
      const refusals = writes.map(refusalOf)
      if (!refusals.includes(undefined)) return refusals.filter((refusal) => refusal !== undefined)
      const created = Date.now()
      const outcomes = translated('written', () =>
        connection.immediately(() =>
          writes.map((write, index) => refusals[index] ?? insertWrite(connection, write, created)),
        ),
      )
      rows.ring()
      return outcomes
    },
    readStream: async (stream, { direction = 'forwards', from, limit } = {}) => {
      const first = from ?? (direction === 'forwards' ? 0 : Number.MAX_SAFE_INTEGER)
      return reading(() => selectStream(connection, stream, direction, first, pageOf(limit)))
    },
    readSpans: async (spans) => reading(() => selectSpans(connection, spans)),
    readAll: async ({ after, direction = 'forwards', limit } = {}) => {
      const end = direction === 'forwards' ? 0 : Number.MAX_SAFE_INTEGER
      const beyond = after === undefined ? end : sequenceOf(after)
      return reading(() => selectAll(connection, direction, beyond, pageOf(limit)))
    },
    follow,
    head: async () => positionOfSequence(reading(() => lastSequence(connection))),
    close: async () => {
      connection.close()
      rows.close()
    },
  }
}

export type EmbeddedEventStoreOptions = {
  file: string
  /** For readers in other threads and processes; the store must be there. Default false. */
  readOnly?: boolean
}

/**
 * Opens the event store in a SQLite file. Its calls block the thread while they run. Throws `EventStoreUnavailable`
 * where the file can't be opened, or holds no store yet and is to be read only.
 */
export const openEmbeddedEventStore = ({ file, readOnly = false }: EmbeddedEventStoreOptions): EventStore =>
  translated('opened', () => {
    const connection = openSqlite({ file, readOnly })
    try {
      if (!readOnly) connection.immediately(() => createEventTable(connection))
      else if (!hasEventTable(connection)) throw new EventStoreUnavailable('there is no event store in the file yet')
      return embeddedEventStoreOver(connection)
    } catch (error) {
      connection.close()
      throw error
    }
  })
