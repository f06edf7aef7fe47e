import { setTimeout as sleep } from 'node:timers/promises'
import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import { formatReplaces, type ReplacesReason } from '@hub/schemas/envelope.ts'
import { type Destination, SendingStopped } from './destination.ts'
import { type Followed, type FollowOptions, followReceipts } from './follow-receipts.ts'
import type { Outcome, Progress } from './progress-file.ts'
import { retractionEvent } from './retraction-event.ts'
import { type SentRow, versionId } from './row-outcome.ts'
import { type BatchEvent, type Patience, sendBatch } from './send-batch.ts'

/** Events in a batch. */
export const batchSize = 200
/** Most rows that are open before sending waits for receipts: the progress stays small, and a hub that stands still is noticed. */
const mostOpen = 20_000

export type SendOptions = FollowOptions &
  Patience & {
    /** Why rows correct what was said before. */
    replacesreason: ReplacesReason
    /** Told how many rows the hub has taken. */
    onTaken: (rows: number) => void
  }

type Row = BatchEvent & { row: number }
type Refused = { has(row: number): boolean }

const send = async (batch: readonly Row[], to: Destination, progress: Progress, options: SendOptions) => {
  const said = await sendBatch(batch, to, options)
  const open: { row: number; token: string }[] = []
  const refused: Outcome[] = []
  for (const [at, { row }] of batch.entries()) {
    const one = said[at]!
    if ('receipt' in one) open.push({ row, token: one.receipt })
    else refused.push({ row, state: 'refused', faults: one.faults })
  }
  progress.take(open, refused)
  options.onTaken(open.length)
  options.onSettled(refused)
}

/** The event of a row as the statement that it is: the first, one that replaces it, or the retraction of another's fact. */
const statement = (
  event: Record<string, unknown>,
  { version, retraction }: Omit<SentRow, 'row'>,
  replacesreason: ReplacesReason,
): Record<string, unknown> => {
  if (retraction) return retractionEvent(event, retraction, replacesreason)
  if (version === 1) return event
  const [source, id] = [String(event.source), String(event.id)]
  return { ...event, id: versionId(id, version), replaces: formatReplaces({ source, id }), replacesreason }
}

const sendRows = async (
  { sheet, format, options: sheetOptions }: CheckRowsContext,
  refusedBefore: Refused,
  to: Destination,
  progress: Progress,
  options: SendOptions & { room: () => Promise<boolean> },
): Promise<void> => {
  // Rows come in order: behind the last one none was sent, before it those that are to be sent again.
  const last = progress.lastRow()
  const anew = progress.counts().unsent > 0
  const toSend = (row: number) => row > last || (anew && progress.stateOf(row) === 'unsent')
  let batch: Row[] = []
  // One batch awaits the one before; the next is read meanwhile.
  let underWay = Promise.resolve()
  const handOver = async () => {
    await underWay
    if (!(await options.room())) return false
    const own = batch
    batch = []
    underWay = send(own, to, progress, options)
    // Thrown where it is awaited.
    underWay.catch(() => {})
    return true
  }
  for await (const line of readSheet(sheet, format, sheetOptions)) {
    if (line.kind !== 'said' || 'faults' in line.said || refusedBefore.has(line.row) || !toSend(line.row)) continue
    const { row, said } = line
    const event = statement(said.event, anew ? progress.statementOf(row) : { version: 1 }, options.replacesreason)
    batch.push({ row, id: String(event.id), event: JSON.stringify(event) })
    if (batch.length === batchSize && !(await handOver())) return
  }
  if (batch.length > 0) await handOver()
  await underWay
}

/** Sends and follows once through the sheet. */
const sendOnce = async (
  context: CheckRowsContext,
  refusedBefore: Refused,
  to: Destination,
  progress: Progress,
  options: SendOptions,
): Promise<Followed> => {
  const following = followReceipts(to, progress, options)
  let ended: Followed | 'stopped' | undefined
  const noted = following.ended.then(
    (how) => {
      ended = how
    },
    () => {
      ended = 'stopped'
    },
  )
  const room = async () => {
    while (ended === undefined && progress.openCount() > mostOpen) await sleep(20)
    return ended === undefined
  }
  try {
    await sendRows(context, refusedBefore, to, progress, { ...options, room })
    following.lastTaken()
    return await following.ended
  } finally {
    following.stop()
    await noted
  }
}

/** A hub may be set back to another store while a sheet is sent; not again and again. */
const mostStores = 3

/**
 * Sends the rows of a sheet that the dry run did not refuse, in order, in batches, from where the progress stands, and
 * follows every receipt to its end.
 * @throws {SendingStopped} what is open, and what was not sent, stands in the progress
 */
export const sendSheet = async (
  context: CheckRowsContext,
  refusedBefore: Refused,
  to: Destination,
  progress: Progress,
  options: SendOptions,
): Promise<void> => {
  for (let stores = 0; stores < mostStores; ) {
    const how = await sendOnce(context, refusedBefore, to, progress, options)
    // Corrections are sent when it is known what they correct.
    if (how === 'settled' && progress.counts().unsent > 0) continue
    if (how === 'settled') return
    if (how === 'away')
      throw new SendingStopped(
        `the hub at ${new URL(to.url).origin} does not answer now（枢纽暂不可用）: run the same command later, it asks for the open rows again`,
      )
    if (how === 'out-of-patience')
      throw new SendingStopped(
        `the hub has taken rows and records none of them（枢纽已接收但迟迟未入库）: tell its operators; run the same command later, it asks for the open ones again`,
      )
    stores += 1
    progress.beginAnew()
  }
  throw new SendingStopped(
    `what answers at ${new URL(to.url).origin} keeps changing its store（枢纽更换了存储库）: ask its operators`,
  )
}
