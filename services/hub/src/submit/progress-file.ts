import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Fault } from '@hub/runtime/problem.ts'
import { preparedStatements } from '@hub/sqlite/prepared-statements.ts'
import { isBusy, isFileFault } from '@hub/sqlite/sqlite-connection.ts'
import type { Retraction, SentRow } from './row-outcome.ts'
import { type RowState, rowStates } from './row-states.ts'

/**
 * What became of a row: its state, with faults where it was refused or rejected, and as which statement it is sent where it
 * is to be sent again.
 */
export type Outcome = { row: number; state: RowState; faults?: readonly Fault[] } & Partial<Omit<SentRow, 'row'>>
/** A row that the hub has taken, and the receipt that will tell what became of it. */
export type OpenRow = SentRow & { token: string }

/**
 * How far a sheet has been sent and followed. It lies on the disk, however many rows there are, and holds row numbers,
 * receipts and faults: nothing of the rows. What a command has noted is there when it is killed.
 */
export type Progress = {
  /** The last row that the hub has answered for; 0 at first. */
  lastRow(): number
  stateOf(row: number): RowState | undefined
  /** As which statement a row is sent. */
  statementOf(row: number): Omit<SentRow, 'row'>
  faultsOf(row: number): readonly Fault[] | undefined
  /** How many rows are open. */
  openCount(): number
  /** How many rows have each state; counts them. */
  counts(): Readonly<Record<RowState, number>>
  /** Notes what the hub answered to a batch, whole. */
  take(open: readonly Pick<OpenRow, 'row' | 'token'>[], refused: readonly Outcome[]): void
  /** Open rows behind a row, in order. */
  openRows(after: number, limit: number): readonly OpenRow[]
  /** Notes what became of open rows. */
  settle(outcomes: readonly Outcome[]): void
  /** All rows are to be sent again: the hub keeps another store than the one that its receipts were of. */
  beginAnew(): void
  /** Lets the file go and keeps it, so that the next command goes on. */
  close(): void
  /** Takes the file away: nothing is open, and what had to be told is told. */
  done(): void
}

/** Another command is sending the same sheet. */
export class SheetInUse extends Error {
  override name = 'SheetInUse'
}

/** The progress cannot be written beside the sheet. */
export class ProgressUnwritable extends Error {
  override name = 'ProgressUnwritable'
}

/** Digest of a file and of what else decides the events made of it, and of where they go. */
export const sheetDigest = async (file: string, settings: Readonly<Record<string, string>>): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

const formOfTables = 2
const tables = `
  CREATE TABLE IF NOT EXISTS head (digest TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS faults (kind INTEGER PRIMARY KEY, faults TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS rows (row INTEGER PRIMARY KEY, state TEXT NOT NULL, kind INTEGER, token TEXT,
    version INTEGER NOT NULL DEFAULT 1, retraction TEXT, moved INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE INDEX IF NOT EXISTS open_rows ON rows (row) WHERE token IS NOT NULL;`

const removeFiles = (path: string) => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true })
}

/** Opens the file so that no other command can; the lock ends with the process, however it ends. */
const openAlone = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    // In this order: a lock that is exclusive from the start needs no shared memory, which network drives lack.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    database.exec('BEGIN IMMEDIATE')
    const { user_version: form } = database.prepare('PRAGMA user_version').get() as { user_version: number }
    // The progress of another version of the command: what was sent is sent again, and is not stored twice.
    if (form !== formOfTables)
      database.exec('DROP TABLE IF EXISTS head; DROP TABLE IF EXISTS rows; DROP TABLE IF EXISTS faults')
    database.exec(`${tables} PRAGMA user_version = ${formOfTables}; COMMIT`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

type Statement = { version: number; retraction: string | null; moved: number }
const statementIn = ({ version, retraction, moved }: Statement): Omit<SentRow, 'row'> => ({
  version,
  retraction: retraction === null ? undefined : (JSON.parse(retraction) as Retraction),
  moved: moved === 1,
})

/** Codes of SQLite for a file that is damaged, or that is no database (the progress of an older hub). */
const unreadable = new Set([11, 26])

const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff

const translated = (path: string, cause: unknown): unknown => {
  if (isBusy(cause))
    return new SheetInUse(
      'another command sends this sheet: wait for its end（另一命令正在报送该文件，请等待其结束）',
      { cause },
    )
  return isFileFault(cause)
    ? new ProgressUnwritable(
        `${path} cannot be written（无法写入，磁盘可能已满）: make room, or copy the sheet to a folder of your own, then run the same command`,
        { cause },
      )
    : cause
}

const open = (path: string): DatabaseSync => {
  try {
    return openAlone(path)
  } catch (error) {
    if (!unreadable.has(codeOf(error))) throw translated(path, error)
    // What was sent already is sent again, and is not stored twice.
    removeFiles(path)
    return openAlone(path)
  }
}

/** Opens the progress beside a sheet; begins anew when it is of another file, other options or another hub. */
export const openProgress = (path: string, digest: string): Progress => {
  const database = open(path)
  // The log beside it was made before: it holds the same receipts.
  for (const file of [path, `${path}-wal`]) if (existsSync(file)) chmodSync(file, 0o600)
  const { statement, arrays } = preparedStatements(database)
  const together = (work: () => void) => {
    statement('BEGIN IMMEDIATE').run()
    try {
      work()
      statement('COMMIT').run()
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw translated(path, error)
    }
  }
  together(() => {
    const head = statement('SELECT digest FROM head').get() as { digest: string } | undefined
    if (head?.digest === digest) return
    database.exec('DELETE FROM head; DELETE FROM rows; DELETE FROM faults')
    statement('INSERT INTO head VALUES (?)').run(digest)
  })
  const kindOf = (faults: readonly Fault[] | undefined): number | null => {
    if (!faults) return null
    const text = JSON.stringify(faults)
    statement('INSERT OR IGNORE INTO faults (faults) VALUES (?)').run(text)
    return (statement('SELECT kind FROM faults WHERE faults = ?').get(text) as { kind: number }).kind
  }
  const put = statement(
    `INSERT INTO rows (row, state, kind, token) VALUES (?, ?, ?, ?) ON CONFLICT (row) DO UPDATE
     SET state = excluded.state, kind = excluded.kind, token = excluded.token`,
  )
  const putStatement = statement('UPDATE rows SET version = ?, retraction = ?, moved = max(moved, ?) WHERE row = ?')
  const note = ({ row, state, faults, version, retraction, moved = false }: Outcome) => {
    put.run(row, state, kindOf(faults), null)
    if (version !== undefined)
      putStatement.run(version, retraction ? JSON.stringify(retraction) : null, Number(moved), row)
  }
  let openCount = (statement('SELECT count(*) AS open FROM rows WHERE token IS NOT NULL').get() as { open: number })
    .open
  const kinds = new Map<number, readonly Fault[]>()
  const faultsOfKind = (kind: number): readonly Fault[] => {
    const { faults } = statement('SELECT faults FROM faults WHERE kind = ?').get(kind) as { faults: string }
    kinds.set(kind, JSON.parse(faults))
    return kinds.get(kind)!
  }
  return {
    lastRow: () => (statement('SELECT max(row) AS last FROM rows').get() as { last: number | null }).last ?? 0,
    stateOf: (row) =>
      (statement('SELECT state FROM rows WHERE row = ?').get(row) as { state: RowState } | undefined)?.state,
    statementOf: (row) => {
      const found = statement('SELECT version, retraction, moved FROM rows WHERE row = ?').get(row)
      return found ? statementIn(found as Statement) : { version: 1 }
    },
    faultsOf: (row) => {
      const found = statement('SELECT kind FROM rows WHERE row = ? AND kind IS NOT NULL').get(row)
      if (!found) return undefined
      const { kind } = found as { kind: number }
      return kinds.get(kind) ?? faultsOfKind(kind)
    },
    openCount: () => openCount,
    counts: () => {
      const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>
      for (const [state, count] of arrays<[RowState, number]>('SELECT state, count(*) FROM rows GROUP BY state').all())
        counts[state] = count
      return counts
    },
    take: (openRows, refused) => {
      together(() => {
        for (const { row, token } of openRows) put.run(row, 'open', null, token)
        refused.forEach(note)
      })
      openCount += openRows.length
    },
    openRows: (after, limit) =>
      (
        statement(
          'SELECT row, token, version, retraction, moved FROM rows WHERE token IS NOT NULL AND row > ? ORDER BY row LIMIT ?',
        ).all(after, limit) as (Statement & { row: number; token: string })[]
      ).map(({ row, token, ...rest }) => ({ row, token, ...statementIn(rest) })),
    settle: (outcomes) => {
      together(() => outcomes.forEach(note))
      openCount -= outcomes.length
    },
    beginAnew: () => {
      together(() =>
        database.exec(`UPDATE rows SET state = 'unsent', kind = NULL, token = NULL, version = 1, retraction = NULL`),
      )
      openCount = 0
    },
    close: () => {
      if (database.isOpen) database.close()
    },
    done: () => {
      // Taken away while it is still locked: a command that comes then begins a file of its own.
      database.exec('PRAGMA journal_mode = DELETE')
      removeFiles(path)
      database.close()
    },
  }
}
