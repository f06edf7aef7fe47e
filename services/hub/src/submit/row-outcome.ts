import type { Fault, Problem } from '@hub/runtime/problem.ts'
import { formatReplaces } from '@hub/schemas/envelope.ts'
import type { ReceiptState } from '@hub/schemas/format/receipt.ts'
import type { Outcome } from './progress-file.ts'
import { rowFault } from './row-refusals.ts'

/** What a receipt says of a row. */
export type ReceiptItem = {
  state?: ReceiptState
  source?: string
  id?: string
  reason?: string
  detail?: string
  detailZh?: string
  whatToDo?: string
  whatToDoZh?: string
  /** `<source>#<id>` of the last event that corrects or retracts the fact under this id. */
  replacedBy?: string
  problem?: Problem
}

/** Which statement of a row was sent: 1 the first, n its correction with the id `<id>~<n>`. */
export type SentRow = { row: number; version: number }

/** A row is corrected up to so often. */
const mostVersions = 999

/** The id of a row's correction. */
export const versionId = (id: string, version: number): string => (version === 1 ? id : `${id}~${version}`)

/** Which correction of a row the last replacing event is; undefined where it is no row's. */
const versionOf = ({ source = '', id = '', replacedBy = '' }: ReceiptItem): number | undefined => {
  const corrections = `${formatReplaces({ source, id })}~`
  const version = replacedBy.startsWith(corrections) ? replacedBy.slice(corrections.length) : ''
  return /^[1-9]\d{0,2}$/.test(version) ? Number(version) : undefined
}

/** Where in the event the fault of a rejection lies, where it lies in one place. */
const placeOf: Readonly<Record<string, string>> = {
  REPLACES_UNKNOWN: '/replaces',
  REPLACES_OTHER_DEPARTMENT: '/replaces',
  REPLACES_OTHER_TYPE: '/replaces',
}

const faultOfRejection = (item: ReceiptItem): Fault => {
  const { reason = 'REJECTED', detail = 'rejected', detailZh = '未能入库', whatToDo = '', whatToDoZh = '' } = item
  const pointer = placeOf[reason] ?? ''
  return { pointer, code: reason, message: detail, messageZh: detailZh, whatToDo, whatToDoZh }
}

const rejected = (row: number, fault: Fault): Outcome => ({ row, state: 'rejected', faults: [fault] })

/** The row is to be compared with what stands now: it is sent once more under the id of that statement. */
const compared = ({ row }: SentRow, item: ReceiptItem): Outcome => {
  const version = item.replacedBy === undefined ? 2 : versionOf(item)
  return version === undefined
    ? rejected(row, rowFault('ROW_CORRECTED_ELSEWHERE', '/id'))
    : { row, state: 'unsent', version }
}

/**
 * What became of a row that was sent, by what its receipt says; undefined while that is open. With `correct`, a row that
 * differs from what stands is to be sent as the next correction of it. Nobody here can compare contents, for they are
 * sealed: the store does, when the row is sent under the id of what it may be equal to.
 */
export const rowOutcome = (sent: SentRow, item: ReceiptItem, correct: boolean): Outcome | undefined => {
  const { row, version } = sent
  switch (item.state) {
    case 'RECORDED':
      return { row, state: version === 1 ? 'recorded' : 'corrected' }
    case 'DUPLICATE':
      if (version > 1 || item.replacedBy === undefined) return { row, state: 'duplicate' }
      return correct ? compared(sent, item) : rejected(row, rowFault('ROW_SUPERSEDED', '/id'))
    case 'REJECTED':
      if (item.reason !== 'ID_REUSED_WITH_OTHER_CONTENT') return rejected(row, faultOfRejection(item))
      if (!correct || version >= mostVersions) return rejected(row, rowFault('ROW_DIFFERS', '/id'))
      return version === 1 ? compared(sent, item) : { row, state: 'unsent', version: version + 1 }
    default:
      return undefined
  }
}
