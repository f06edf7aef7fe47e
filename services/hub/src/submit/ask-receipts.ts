import { type Destination, jsonOf, type Posted, post, SendingStopped } from './destination.ts'
import type { OpenRow, Outcome } from './progress-file.ts'
import { type ReceiptItem, rowOutcome } from './row-outcome.ts'

/** What became of open rows; that the receipts are no receipts of what answers; or that nothing was answered now. */
export type Asked = { outcomes: readonly Outcome[] } | { otherStore: true } | Exclude<Posted, { response: Response }>

/** Most receipts that are asked for at once. */
export const receiptsAtOnce = 1_000

/** Asks what became of open rows, at most `receiptsAtOnce`. @throws {SendingStopped} where nobody there knows receipts */
export const askReceipts = async (rows: readonly OpenRow[], to: Destination, correct: boolean): Promise<Asked> => {
  const body = JSON.stringify({ tokens: rows.map(({ token }) => token) })
  const posted = await post(to, 'receipts', 'application/json', body)
  if ('busy' in posted) return posted
  if (posted.response.status !== 200) {
    await posted.response.body?.cancel()
    throw new SendingStopped(`the hub answered ${posted.response.status} to receipts: check --url（请检查 --url）`)
  }
  const answer = await jsonOf<{ items?: readonly ReceiptItem[] }>(posted.response)
  if (answer === undefined) return { busy: true }
  const { items } = answer
  if (!Array.isArray(items) || items.length !== rows.length)
    throw new SendingStopped('what answers there knows no receipts: check --url（请检查 --url）')
  // Another key makes a receipt unknown, another store is told as such: either way the rows are not there.
  if (items.some(({ problem }) => problem)) return { otherStore: true }
  return { outcomes: items.flatMap((item, at) => rowOutcome(rows[at]!, item, correct) ?? []) }
}
