import type { NewEvent, StoredEvent } from '@hub/event-store/event-store.ts'
import { createEventTable, insertWrite, lastSequence, selectAll, selectStream } from '@hub/event-store/event-table.ts'
import { sequenceOfPosition } from '@hub/schemas/format/position.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'
import { otherPeoplesEvents } from './other-peoples-events.ts'

export type Expected = number | 'no-stream' | 'stream-exists' | 'any'
export type LogWrite = { stream: string; expected: Expected; events: readonly NewEvent[] }

/** What a server answers to an append; `at` is the log place of the last event. */
export type LogAnswer =
  | { kind: 'success'; revision: number | undefined; at: number | undefined }
  | { kind: 'wrong-version'; current: number | 'no-stream' }
  | { kind: 'too-large' }

/** An event with its place in the log: a number that only grows. */
export type LogEvent = StoredEvent & { at: number }

/** Most bytes of data of one append; metadata does not count. */
export const maxAppendSize = 1_048_576

/** An id appended with `any` is known for as long as this many later ones were not, and the process lives. */
const idsRemembered = 10_000

/** Places are far apart, as bytes of a log are. */
const spacing = 1_000

const logEvent = (event: StoredEvent): LogEvent => ({ ...event, at: sequenceOfPosition(event.position) * spacing })
const sequenceAt = (at: number): number | undefined => (at % spacing === 0 ? at / spacing : undefined)

export type EventLog = {
  /** Appends one after the other in one durable write, an answer each. */
  append(writes: readonly LogWrite[]): LogAnswer[]
  readStream(stream: string, direction: 'forwards' | 'backwards', from: number, count: number): LogEvent[]
  /** Whole log; `from` exclusive. */
  readAll(direction: 'forwards' | 'backwards', from: number, count: number): LogEvent[]
  /** Place of the last event, 0 for none. */
  end(): number
  /** Whether a record begins at a place. */
  isBoundary(at: number): boolean
  /** Called with what was written, after it is durable; answers how to leave. */
  onWritten(listener: (events: readonly LogEvent[]) => void): () => void
}

/**
 * The log of an EventStoreDB over the embedded store's table: expected revisions, and idempotency by id alone as it was
 * seen of a real server. Its own and other people's events come in between.
 */
export const openEventLog = (file: string, withOthers: boolean): EventLog => {
  const connection = openSqlite({ file })
  connection.immediately(() => createEventTable(connection))
  const listeners = new Set<(events: readonly LogEvent[]) => void>()
  const remembered = new Map<string, { revision: number; at: number }>()
  let appends = 0

  const lastRevision = (stream: string): number | 'no-stream' =>
    selectStream(connection, stream, 'backwards', Number.MAX_SAFE_INTEGER, 1)[0]?.revision ?? 'no-stream'

  /** The same ids at the same revision: the first answer again, whatever else they hold now. */
  const repeated = ({ stream, expected, events }: LogWrite): LogAnswer | undefined => {
    if (expected === 'any' || expected === 'stream-exists') {
      const known = events.map(({ id }) => remembered.get(`${stream} ${id}`))
      const last = known.at(-1)
      return last && !known.includes(undefined) ? { kind: 'success', ...last } : undefined
    }
    const from = expected === 'no-stream' ? 0 : expected + 1
    const there = selectStream(connection, stream, 'forwards', from, events.length)
    const last = there.at(-1)
    const same = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id)
    return same && last ? { kind: 'success', revision: last.revision, at: logEvent(last).at } : undefined
  }

  const insert = (stream: string, events: readonly NewEvent[]) => {
    const outcome = insertWrite(connection, { stream, expectedRevision: 'any', events }, Date.now())
    if (outcome.status !== 'appended') throw new Error('an append with any revision was not taken')
    return { revision: outcome.revision, at: sequenceOfPosition(outcome.position) * spacing }
  }

  const appendOne = (write: LogWrite): LogAnswer => {
    const { stream, expected, events } = write
    if (events.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0) > maxAppendSize) return { kind: 'too-large' }
    const current = lastRevision(stream)
    if (events.length === 0)
      return { kind: 'success', revision: current === 'no-stream' ? undefined : current, at: undefined }
    const fits = expected === 'any' || (expected === 'stream-exists' ? current !== 'no-stream' : expected === current)
    if (!fits || expected === 'any') {
      const before = repeated(write)
      if (before) return before
    }
    if (!fits) return { kind: 'wrong-version', current }
    const written = insert(stream, events)
    for (const { id } of events) remembered.set(`${stream} ${id}`, written)
    while (remembered.size > idsRemembered) remembered.delete(remembered.keys().next().value!)
    appends += 1
    if (withOthers) for (const other of otherPeoplesEvents(appends, stream)) insert(other.stream, [other.event])
    return { kind: 'success', ...written }
  }

  return {
    append: (writes) => {
      const before = lastSequence(connection)
      const answers = connection.immediately(() => writes.map(appendOne))
      const written = selectAll(connection, 'forwards', before, Number.MAX_SAFE_INTEGER).map(logEvent)
      if (written.length > 0) for (const listener of [...listeners]) listener(written)
      return answers
    },
    readStream: (stream, direction, from, count) =>
      selectStream(connection, stream, direction, from, count).map(logEvent),
    readAll: (direction, from, count) => selectAll(connection, direction, from / spacing, count).map(logEvent),
    end: () => lastSequence(connection) * spacing,
    isBoundary: (at) => {
      const sequence = sequenceAt(at)
      return sequence !== undefined && sequence <= lastSequence(connection)
    },
    onWritten: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
