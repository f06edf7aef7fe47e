import { type Destination, notAHub, post, saysNothing } from './destination.ts'
import type { OpenRow, Outcome } from './progress-file.ts'
import { type ReceiptItem, rowOutcome } from './row-outcome.ts'

/** What became of open rows; that the receipts are no receipts of what answers; or that nothing was answered now. */
export type Asked =
  | { outcomes: readonly Outcome[] }
  | { otherStore: true }
  | { busy: true; retryAfterMs: number | undefined }

/** Most receipts that are asked for at once. */
export const receiptsAtOnce = 1_000

/** Asks what became of open rows, at most `receiptsAtOnce`. @throws {SendingStopped} where nobody there knows receipts */
export const askReceipts = async (rows: readonly OpenRow[], to: Destination, correct: boolean): Promise<Asked> => {
  const body = JSON.stringify({ tokens: rows.map(({ token }) => token) })
  const answer = await post(to, 'receipts', 'application/json', body)
  if (answer === undefined || saysNothing(answer)) return { busy: true, retryAfterMs: answer?.retryAfterMs }
  const items = answer.status === 200 ? (answer.body as { items?: readonly ReceiptItem[] } | null)?.items : undefined
  if (!Array.isArray(items) || items.length !== rows.length) throw notAHub(answer, 'receipts')
  // Another key makes a receipt unknown, another store is told as such: either way the rows are not there.
  if (items.some(({ problem }) => problem)) return { otherStore: true }
  return { outcomes: items.flatMap((item, at) => rowOutcome(rows[at]!, item, correct) ?? []) }
}
