import { setTimeout as pause } from 'node:timers/promises'
import { type Clock, realClock } from '@hub/runtime/clock.ts'
import { groupCommit } from '@hub/runtime/group-commit.ts'
import { newRows } from '@hub/sqlite/new-rows.ts'
import { isFileFault, openSqlite, type SqliteConnection } from '@hub/sqlite/sqlite-connection.ts'
import { type Broker, BrokerUnavailable, type ConsumeOptions, type Message, QueueFull } from './broker.ts'
import { failuresInARow } from './failures-in-a-row.ts'
import {
  createQueueTable,
  dequeue,
  enqueue,
  firstMessages,
  type HandledMark,
  queueLag,
  queueSize,
} from './queue-table.ts'

export type EmbeddedBrokerOptions = {
  /** The event store's file, or one of its own. */
  file: string
  /** Most messages that may wait; default 200,000. */
  maxMessages?: number
  /** For when a message was put there. */
  clock?: Clock
}

/** After this long without messages the handled ones leave the file, ms. */
const idleBeforeRemoval = 200
/** As many handled messages may stay in the file. */
const mostHandled = 5_000

const translated = <T>(work: () => T): T => {
  try {
    return work()
  } catch (cause) {
    if (isFileFault(cause)) throw new BrokerUnavailable("the queue's file can't be used now", { cause })
    throw cause
  }
}

/** The queue over a connection that is its own; `close` closes the connection. */
export const embeddedBrokerOver = (
  connection: SqliteConnection,
  { maxMessages = 200_000, clock = realClock }: Omit<EmbeddedBrokerOptions, 'file'> = {},
): Broker => {
  const published = newRows(connection)
  let reading = false
  // Handled messages leave the table with the next write: a batch costs one durable commit less. After a kill they come
  // again, as any message may that was handled and not committed.
  let handled: HandledMark | undefined

  const open = <T>(work: () => T): T => {
    if (!connection.database.isOpen) throw new BrokerUnavailable('the queue is closed')
    return translated(work)
  }

  const publishing = groupCommit<readonly Message[]>((calls) => {
    const refused = open(() =>
      connection.immediately(() => {
        const at = clock.now()
        if (handled) dequeue(connection, handled)
        let size = queueSize(connection)
        return calls.map((messages) => {
          if (size + messages.length > maxMessages) return new QueueFull(`${size} of ${maxMessages} messages wait`)
          enqueue(connection, messages, at)
          size += messages.length
          return undefined
        })
      }),
    )
    handled = undefined
    published.ring()
    return refused
  })

  const removeHandled = () => {
    const mark = handled
    if (mark) open(() => connection.immediately(() => dequeue(connection, mark)))
    handled = undefined
  }

  const read = async ({ topics, batchSize = 500, signal, handle, isTransient, committed }: ConsumeOptions) => {
    const wanted = JSON.stringify(topics)
    let failures = failuresInARow(isTransient)
    let beyond = 0
    let idleSince = Date.now()
    let looksInVain = 0
    while (!signal.aborted) {
      const batch = open(() => firstMessages(connection, wanted, beyond, batchSize))
      const last = batch.at(-1)
      if (!last) {
        await published.wait(looksInVain++, signal)
        if (handled && Date.now() - idleSince > idleBeforeRemoval) removeHandled()
        continue
      }
      looksInVain = 0
      try {
        await handle(batch)
        beyond = Number(last.offset)
        handled = { topics: wanted, offset: beyond, messages: (handled?.messages ?? 0) + batch.length }
        if (handled.messages >= mostHandled) removeHandled()
        failures = failuresInARow(isTransient)
        idleSince = Date.now()
        committed?.(batch)
      } catch (error) {
        if (signal.aborted) return
        const pauseMs = failures.pauseAfter(error)
        if (pauseMs === undefined) throw error
        await pause(pauseMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  return {
    publish: (messages) => publishing.submit(messages),
    consume: async (options) => {
      if (reading) throw new Error('the queue has a reader already')
      reading = true
      try {
        await read(options)
      } finally {
        reading = false
        removeHandled()
      }
    },
    lag: async () => open(() => queueLag(connection, handled)),
    close: async () => {
      publishing.flush()
      connection.close()
      published.close()
    },
  }
}

/**
 * Opens the queue in a SQLite file. Calls of `publish` in one turn of the event loop share one durable write; a call is
 * taken whole or not at all. There is one reader: the data folder's lock keeps other processes out. Throws
 * `BrokerUnavailable` where the file can't be opened.
 */
export const openEmbeddedBroker = ({ file, ...options }: EmbeddedBrokerOptions): Broker =>
  translated(() => {
    const connection = openSqlite({ file })
    try {
      connection.immediately(() => createQueueTable(connection))
      return embeddedBrokerOver(connection, options)
    } catch (error) {
      connection.close()
      throw error
    }
  })
