import { DatabaseSync } from 'node:sqlite'
import { setImmediate as letOthersRun, setTimeout as sleep } from 'node:timers/promises'
import { departmentOfSource, formatReplaces, type Metadata } from '@hub/schemas/envelope.ts'
import { type Position, startPosition } from '@hub/schemas/format/position.ts'
import type { Receipt } from '@hub/schemas/format/receipt.ts'
import { type RejectionReason, SubmissionRejected } from '@hub/schemas/hub/events.ts'
import { preparedStatements } from '@hub/sqlite/prepared-statements.ts'
import type { EventStore, StoredEvent } from './event-store.ts'
import { type RejectionWords, rejectionWords } from './rejection-words.ts'

/** What the store says of a submission, under the sender's own names; never of whom it was. */
export type SubmissionItem = {
  source: string
  id: string
  state: 'RECORDED' | 'REJECTED'
  /** `<source>#<id>` of what it corrects or retracts. */
  replaces?: string
  /** `<source>#<id>` of the last event that corrects or retracts it. */
  replacedBy?: string
  /** Of what is recorded: what its receipt is made of. Told to nobody as it is, for it says whose the fact is. */
  fact?: Pick<Receipt, 'stream' | 'eventId' | 'digest' | 'submission'>
  /** ISO; when that was decided, and where in the log it stands. */
  recordedAt: string
  position: Position
} & Partial<RejectionWords>

export type SubmissionsQuestion = {
  source: string
  /** Only these of the sender's ids. */
  ids?: readonly string[] | undefined
  state?: SubmissionItem['state'] | undefined
  /** Exclusive; default the beginning. */
  after?: Position | undefined
  limit: number
}

/** Submissions in store order, and the position to ask behind the next time. */
export type SubmissionsAnswer = { items: readonly SubmissionItem[]; next: Position }

export type SubmissionIndex = {
  /** What the store holds up to now; undefined while it is still being read. */
  ask(question: SubmissionsQuestion): Promise<SubmissionsAnswer | undefined>
  close(): void
}

const page = 500
const patienceMs = 2_000

const columns = 'source, id, reason, detail, replaces, recorded, position, stream, event, digest, submission'
type Row = [
  source: string,
  id: string,
  reason: string | null,
  detail: string | null,
  replaces: string | null,
  recorded: string,
  position: string,
  stream: string,
  event: string,
  digest: string,
  submission: string,
]

const itemOf = (
  [source, id, reason, detail, replaces, recordedAt, position, stream, eventId, digest, submission]: Row,
  replacedBy: string | undefined,
): SubmissionItem => ({
  source,
  id,
  state: reason === null ? 'RECORDED' : 'REJECTED',
  ...(replaces === null ? {} : { replaces }),
  ...(replacedBy === undefined ? {} : { replacedBy }),
  ...(reason === null ? { fact: { stream, eventId, digest, submission } } : {}),
  ...(reason === null ? {} : rejectionWords(reason as RejectionReason, detail ?? undefined)),
  recordedAt,
  position,
})

/** The row of an event; undefined for what no department has submitted, and for rejections of an older hub. */
const rowOf = (event: StoredEvent): Row | undefined => {
  const { metadata, position, stream } = event
  const { source, id, replaces = null, recordedtime, contentdigest, submission = '' } = JSON.parse(metadata) as Metadata
  if (departmentOfSource(source) !== undefined)
    return [source, id, null, null, replaces, recordedtime, position, stream, event.id, contentdigest, submission]
  if (event.type !== SubmissionRejected.type) return undefined
  const rejected = JSON.parse(event.data) as { source?: string; id?: string; reason: string; detail: string }
  if (rejected.source === undefined || rejected.id === undefined) return undefined
  return [rejected.source, rejected.id, rejected.reason, rejected.detail, null, recordedtime, position, '', '', '', '']
}

/**
 * Finds submissions by source and id, which the store does not: it is named by streams. Made of the store when somebody
 * asks for the first time, and read on from there; kept in a file that the system takes away with the process, so that
 * nothing has to be cared for. Whoever never asks pays nothing.
 */
export const submissionIndex = (store: Pick<EventStore, 'readAll'>): SubmissionIndex => {
  // Without a name SQLite keeps it in a temporary file of its own.
  const database = new DatabaseSync('')
  database.exec(`
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE submissions (n INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, reason TEXT, detail TEXT,
      replaces TEXT, recorded TEXT NOT NULL, position TEXT NOT NULL, stream TEXT NOT NULL, event TEXT NOT NULL,
      digest TEXT NOT NULL, submission TEXT NOT NULL) STRICT;
    CREATE INDEX replacing ON submissions (replaces, stream, position) WHERE replaces IS NOT NULL;
    CREATE INDEX by_id ON submissions (source, id);
    CREATE INDEX by_position ON submissions (source, position);
    CREATE INDEX rejected ON submissions (source, position) WHERE reason IS NOT NULL;`)
  const { statement, arrays } = preparedStatements(database)
  let position: Position = startPosition
  let reading: Promise<void> | undefined

  const add = (events: readonly StoredEvent[]) => {
    const insert = statement(`INSERT INTO submissions (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    database.exec('BEGIN')
    for (const event of events) {
      const row = rowOf(event)
      if (row) insert.run(...row)
    }
    database.exec('COMMIT')
    position = events.at(-1)?.position ?? position
  }
  const readOn = async () => {
    while (database.isOpen) {
      const events = await store.readAll({ after: position, limit: page })
      if (events.length === 0 || !database.isOpen) return
      add(events)
      await letOthersRun()
    }
  }
  const catchUp = () => {
    reading ??= readOn().finally(() => {
      reading = undefined
    })
    return reading
  }
  /** A reading that is under way may have passed what came just now: then once more. */
  const caughtUp = async () => {
    if (reading) await reading
    await catchUp()
  }

  const lastReplacing = ([source, id, reason, , , , , stream]: Row): string | undefined => {
    if (reason !== null) return undefined
    const last = statement(
      'SELECT source, id FROM submissions WHERE replaces = ? AND stream = ? ORDER BY position DESC LIMIT 1',
    ).get(formatReplaces({ source, id }), stream) as { source: string; id: string } | undefined
    return last && formatReplaces(last)
  }

  return {
    ask: async ({ source, ids, state, after = startPosition, limit }) => {
      const late = new AbortController()
      const wait = sleep(patienceMs, 'late' as const, { signal: late.signal }).catch(() => 'late' as const)
      const read = caughtUp().then(() => 'read' as const)
      const first = await Promise.race([read, wait])
      late.abort()
      if (first === 'late') {
        // Read on without anybody who waits; whoever asks again hears what was wrong.
        read.catch(() => {})
        return undefined
      }
      const ofState = state === undefined ? '' : `AND reason IS ${state === 'REJECTED' ? 'NOT ' : ''}NULL`
      const ofIds = ids === undefined ? '' : `AND id IN (${ids.map(() => '?').join(', ')})`
      const items = arrays<Row>(
        `SELECT ${columns} FROM submissions
         WHERE source = ? AND position > ? ${ofState} ${ofIds} ORDER BY position LIMIT ?`,
      )
        .all(source, after, ...(ids ?? []), limit)
        .map((row) => itemOf(row, lastReplacing(row)))
      const last = items.length === limit ? items.at(-1)?.position : undefined
      return { items, next: last ?? (position > after ? position : after) }
    },
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
