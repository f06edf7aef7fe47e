import { createHash } from 'node:crypto'
import { appendFileSync, createReadStream, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Fault } from '@hub/runtime/problem.ts'

type Acknowledged = {
  row: number
  sent: number
  refused: readonly (readonly [row: number, faults: readonly Fault[]])[]
}

/** How far a sheet has been sent. It holds row numbers and faults, nothing of the rows. */
export type Progress = {
  /** The last row that the hub has answered for; 0 at first. */
  row: number
  /** Events that the hub has taken. */
  sent: number
  refused: Map<number, readonly Fault[]>
  /** Notes a batch that was answered for. */
  acknowledge: (batch: Acknowledged) => void
  /** Takes the file away when all is sent. */
  done: () => void
}

/** Digest of a file and of what else decides the events made of it, and of where they go. */
export const sheetDigest = async (file: string, settings: Readonly<Record<string, string>>): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

const readLines = (path: string): unknown[] => {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line)]
      } catch {
        // The last line was cut when the machine stopped: its batch is sent again, and is not stored twice.
        return []
      }
    })
}

/** Opens the progress beside a sheet; begins anew when it is of another file, other options or another hub. */
export const openProgress = (path: string, digest: string): Progress => {
  const [head, ...lines] = readLines(path)
  const same = (head as { digest?: string } | undefined)?.digest === digest
  const batches = (same ? lines : []) as Acknowledged[]
  const part = `${path}.part`
  writeFileSync(part, [{ digest }, ...batches].map((line) => `${JSON.stringify(line)}\n`).join(''))
  renameSync(part, path)
  const progress: Progress = {
    row: 0,
    sent: 0,
    refused: new Map(),
    acknowledge: (batch) => {
      appendFileSync(path, `${JSON.stringify(batch)}\n`)
      count(batch)
    },
    done: () => rmSync(path),
  }
  const count = (batch: Acknowledged) => {
    progress.row = batch.row
    progress.sent += batch.sent
    for (const [row, faults] of batch.refused) progress.refused.set(row, faults)
  }
  batches.forEach(count)
  return progress
}
