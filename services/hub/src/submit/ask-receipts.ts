import type { Fault, Problem } from '@hub/runtime/problem.ts'
import type { ReceiptState } from '@hub/schemas/format/receipt.ts'
import { type Destination, jsonOf, type Posted, post, SendingStopped } from './destination.ts'
import type { OpenRow, Outcome } from './progress-file.ts'

/** What a receipt says of a row. */
type ReceiptItem = {
  state?: ReceiptState
  reason?: string
  detail?: string
  detailZh?: string
  whatToDo?: string
  whatToDoZh?: string
  replacedBy?: string
  problem?: Problem
}

/** What became of open rows; that the receipts are no receipts of what answers; or that nothing was answered now. */
export type Asked = { outcomes: readonly Outcome[] } | { otherStore: true } | Exclude<Posted, { response: Response }>

/** Most receipts that are asked for at once. */
export const receiptsAtOnce = 1_000

/** Where in the event the fault of a rejection lies, where it lies in one place. */
const placeOf: Readonly<Record<string, string>> = {
  ID_REUSED_WITH_OTHER_CONTENT: '/id',
  REPLACES_UNKNOWN: '/replaces',
  REPLACES_OTHER_DEPARTMENT: '/replaces',
  REPLACES_OTHER_TYPE: '/replaces',
}

const faultOfRejection = (item: ReceiptItem): Fault => {
  const { reason = 'REJECTED', detail = 'rejected', detailZh = '未能入库', whatToDo = '', whatToDoZh = '' } = item
  return {
    pointer: placeOf[reason] ?? '',
    code: reason,
    message: detail,
    messageZh: detailZh,
    whatToDo,
    whatToDoZh,
  }
}

const outcomeOf = (row: number, item: ReceiptItem): Outcome[] => {
  switch (item.state) {
    case 'RECORDED':
      return [{ row, state: 'recorded' }]
    case 'DUPLICATE':
      return [{ row, state: 'duplicate' }]
    case 'REJECTED':
      return [{ row, state: 'rejected', faults: [faultOfRejection(item)] }]
    default:
      return []
  }
}

/** Asks what became of open rows, at most `receiptsAtOnce`. @throws {SendingStopped} where nobody there knows receipts */
export const askReceipts = async (rows: readonly OpenRow[], to: Destination): Promise<Asked> => {
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
  return { outcomes: items.flatMap((item, at) => outcomeOf(rows[at]!.row, item)) }
}
