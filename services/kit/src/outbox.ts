import { createHash } from 'node:crypto'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { v7 as uuidV7 } from 'uuid'
import type { DepartmentEvent, EventType } from './department-event.ts'
import { type EntryState, type EventName, isSettled, type OutboxEntry, type Told } from './outbox-entry.ts'
import { openOutboxFile } from './outbox-file.ts'

/** Another event has this id already. */
export class IdInUse extends Error {
  override name = 'IdInUse'
}

/** The outbox has no such event, or not in a state in which this can be done. */
export class NotInOutbox extends Error {
  override name = 'NotInOutbox'
}

/** An event that waits, as it is sent: JSON. */
export type WaitingEvent = { key: number; id: string; body: string }
/** An event that was taken, and its receipt. */
export type TakenEvent = { key: number; receipt: string; sendings: number }

export type Outbox = {
  /**
   * Puts events in, all or none; they are durable when this returns. The same again is taken once. Answers their ids.
   * @throws {IdInUse}
   */
  put<Type extends EventType>(...events: readonly DepartmentEvent<Type>[]): readonly string[]
  /** What is known of an event; undefined when it was never put in, or was forgotten. */
  entry(name: EventName): OutboxEntry | undefined
  /** The event itself, as JSON, while it is kept: until it is recorded. */
  body(name: EventName): string | undefined
  /** Events that have changed since, in the order of their changes. */
  changedAfter(change: number, limit: number): readonly OutboxEntry[]
  /**
   * What was refused or rejected is sent again: as it is, or corrected, under the same id or another.
   * @throws {NotInOutbox} where it is neither @throws {IdInUse}
   */
  sendAgain<Type extends EventType>(name: EventName, corrected?: DepartmentEvent<Type>): void
  /** Takes out what was refused or rejected. @throws {NotInOutbox} */
  drop(name: EventName): void
  /** Takes out the names of what was recorded, but for the last `keep`; answers how many. */
  forgetRecorded(keep?: number): number
  /** How many events are in each state. */
  counts(): Readonly<Record<EntryState, number>>
  /** Sources with something to send. */
  sourcesWaiting(): readonly string[]
  /** The next events of a source to be sent, in the order in which they were put in. */
  nextOf(source: string, most: { events: number; bytes: number }): readonly WaitingEvent[]
  /** Events whose receipts are to be followed. */
  taken(after: number, limit: number): readonly TakenEvent[]
  /** Notes what became of events, all or none; answers those that are still there. */
  note(news: readonly News[]): readonly OutboxEntry[]
  close(): void
}

/** What became of an event. */
export type News = { key: number; state: EntryState; receipt?: string; told?: Told }

type Row = {
  change: number
  source: string
  id: string
  type: string
  state: EntryState
  receipt: string | null
  told: string
}

const entryOf = ({ change, source, id, type, state, receipt, told }: Row): OutboxEntry => ({
  change,
  source,
  id,
  type,
  state,
  faults: [],
  notices: [],
  ...(receipt === null ? {} : { receipt }),
  ...(JSON.parse(told) as Told),
})

const written = (event: DepartmentEvent) => {
  const { id = uuidV7(), source, type, replaces = null, data } = event
  const body = JSON.stringify({ specversion: '1.0', ...event, id, data })
  const digest = createHash('sha256')
    .update(canonicalJson(JSON.parse(body)))
    .digest('hex')
  return { id, source, type, replaces, body, digest }
}

/** Opens an outbox, made where it is missing. Several processes may put events into one. */
export const openOutbox = (file: string): Outbox => {
  const database = openOutboxFile(file)
  const nextChange = database.prepare('UPDATE last_change SET number = number + 1 RETURNING number')
  const changeNumber = () => (nextChange.get() as { number: number }).number
  const byName = database.prepare('SELECT * FROM events WHERE source = ? AND id = ?')
  const byKey = database.prepare('SELECT * FROM events WHERE key = ?')
  const insert = database.prepare(
    "INSERT INTO events (change, source, id, type, replaces, state, body, digest) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)",
  )
  const rewrite = database.prepare(
    "UPDATE events SET change = ?, source = ?, id = ?, type = ?, replaces = ?, body = ?, digest = ?, state = 'waiting', receipt = NULL, sendings = 0, told = '{}' WHERE key = ?",
  )
  const change = database.prepare(
    `UPDATE events SET change = ?, state = ?, receipt = coalesce(?, receipt), told = ?, sendings = sendings + (?2 = 'taken'),
      body = CASE WHEN ?2 IN ('recorded', 'duplicate') THEN NULL ELSE body END WHERE key = ?`,
  )
  const underWay = database.prepare("SELECT 1 FROM events WHERE state IN ('waiting', 'taken') LIMIT 1")
  const remove = database.prepare('DELETE FROM events WHERE key = ?')
  // A correction goes when what it corrects is recorded: else it might correct nothing, or what another has under that id.
  const waiting = database.prepare(`
    SELECT key, id, body FROM events AS mine WHERE state = 'waiting' AND source = ? AND (replaces IS NULL OR NOT EXISTS (
      SELECT 1 FROM events WHERE source = substr(mine.replaces, 1, instr(mine.replaces, '#') - 1)
        AND id = substr(mine.replaces, instr(mine.replaces, '#') + 1) AND state NOT IN ('recorded', 'duplicate')))
    ORDER BY key LIMIT ?`)

  const inTransaction = <Result>(work: () => Result): Result => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  const rowOf = ({ source, id }: EventName) =>
    byName.get(source, id) as (Row & { key: number; digest: string; body: string | null }) | undefined
  const refusedRow = (name: EventName) => {
    const row = rowOf(name)
    if (row?.state === 'refused' || row?.state === 'rejected') return row
    throw new NotInOutbox(
      row ? `the event is ${row.state}: there is nothing to decide` : 'the outbox has no such event',
    )
  }

  return {
    put: (...events) =>
      inTransaction(() =>
        events.map((event) => {
          const { id, source, type, replaces, body, digest } = written(event)
          const before = rowOf({ source, id })
          if (before && before.digest !== digest)
            throw new IdInUse(
              'another event was put in under this id: a changed fact has an id of its own and `replaces`',
            )
          if (!before) insert.run(changeNumber(), source, id, type, replaces, body, digest)
          return id
        }),
      ),
    entry: (name) => {
      const row = rowOf(name)
      return row && entryOf(row)
    },
    body: (name) => rowOf(name)?.body ?? undefined,
    changedAfter: (after, limit) =>
      (
        database.prepare('SELECT * FROM events WHERE change > ? ORDER BY change LIMIT ?').all(after, limit) as Row[]
      ).map(entryOf),
    sendAgain: (name, corrected) =>
      inTransaction(() => {
        const row = refusedRow(name)
        const { id, source, type, replaces, body, digest } = corrected
          ? written({ ...corrected, id: corrected.id ?? name.id })
          : written(JSON.parse(row.body ?? '{}') as DepartmentEvent)
        const other = rowOf({ source, id })
        if (other && other.key !== row.key) throw new IdInUse('another event of the outbox has the new id')
        rewrite.run(changeNumber(), source, id, type, replaces, body, digest, row.key)
      }),
    drop: (name) => inTransaction(() => void remove.run(refusedRow(name).key)),
    forgetRecorded: (keep = 0) =>
      Number(
        database
          .prepare(
            "DELETE FROM events WHERE key IN (SELECT key FROM events WHERE state IN ('recorded', 'duplicate') ORDER BY change DESC LIMIT -1 OFFSET ?)",
          )
          .run(keep).changes,
      ),
    counts: () => {
      const counts = { waiting: 0, taken: 0, recorded: 0, duplicate: 0, rejected: 0, refused: 0 }
      for (const row of database.prepare('SELECT state, count(*) AS number FROM events GROUP BY state').all())
        counts[row.state as EntryState] = Number(row.number)
      return counts
    },
    sourcesWaiting: () =>
      database
        .prepare("SELECT DISTINCT source FROM events WHERE state = 'waiting' ORDER BY source")
        .all()
        .map(({ source }) => String(source)),
    nextOf: (source, most) => {
      let bytes = 0
      const events: WaitingEvent[] = []
      for (const row of waiting.all(source, most.events) as WaitingEvent[]) {
        bytes += Buffer.byteLength(row.body)
        if (bytes > most.bytes && events.length > 0) break
        events.push(row)
      }
      return events
    },
    taken: (after, limit) =>
      database
        .prepare("SELECT key, receipt, sendings FROM events WHERE state = 'taken' AND key > ? ORDER BY key LIMIT ?")
        .all(after, limit) as TakenEvent[],
    note: (news) => {
      const entries = inTransaction(() =>
        news.flatMap(({ key, state, receipt, told }) => {
          const row = byKey.get(key) as Row | undefined
          if (!row || isSettled(row)) return []
          // What the intake told of it, such as its stream, stays beside what the recorder tells.
          const all = { ...(JSON.parse(row.told) as Told), ...told }
          change.run(changeNumber(), state, receipt ?? null, JSON.stringify(all), key)
          return [entryOf(byKey.get(key) as Row)]
        }),
      )
      // What lies in the write-ahead log would stay there, too; it is emptied where nothing is under way.
      if (entries.length > 0 && !underWay.get()) database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return entries
    },
    close: () => database.close(),
  }
}
