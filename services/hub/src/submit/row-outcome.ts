import type { Fault, Problem } from '@hub/runtime/problem.ts'
import { formatReplaces } from '@hub/schemas/envelope.ts'
import type { ReceiptState } from '@hub/schemas/format/receipt.ts'
import type { KnownFact } from './known-facts.ts'
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
  /** Where the event stands that decided it. */
  position?: string
  problem?: Problem
}

/** A fact under a row's number that is another's, to be taken back: its receipt, and the id of the retraction. */
export type Retraction = { receipt: string; id: string }

/**
 * Which statement of a row was sent: 1 the first, n its correction with the id `<id>~<n>`; or the retraction of what stands
 * under its number for another. `moved` says that such a one has been taken back.
 */
export type SentRow = { row: number; version: number; retraction?: Retraction | undefined; moved?: boolean | undefined }

/** A row is corrected up to so often. */
const mostVersions = 999

/** The id of a row's correction. */
export const versionId = (id: string, version: number): string => (version === 1 ? id : `${id}~${version}`)

const retracted = '~retracted'

/**
 * Which statement of a row stands by the last event that replaces it, and whether that took it back; undefined where that
 * event is no row's.
 */
const standingOf = ({
  source = '',
  id = '',
  replacedBy,
}: Pick<ReceiptItem, 'source' | 'id' | 'replacedBy'>): { version: number; isRetracted: boolean } | undefined => {
  if (replacedBy === undefined) return { version: 1, isRetracted: false }
  const root = formatReplaces({ source, id })
  if (!replacedBy.startsWith(root)) return undefined
  const [, version = '1', taken] = /^(?:~([1-9]\d{0,2}))?(~retracted)?$/.exec(replacedBy.slice(root.length)) ?? ['', '']
  return version === '' ? undefined : { version: Number(version), isRetracted: taken !== undefined }
}

/** The retraction of a fact that stands under a row's number; undefined where it does not stand, or is no row's to take back. */
const retractionOf = (fact: KnownFact): Retraction | undefined => {
  const standing = standingOf(fact)
  return standing && !standing.isRetracted
    ? { receipt: fact.receipt, id: `${versionId(fact.id, standing.version)}${retracted}` }
    : undefined
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
  const standing = standingOf(item)
  if (!standing) return rejected(row, rowFault('ROW_CORRECTED_ELSEWHERE', '/id'))
  const { version, isRetracted } = standing
  // What was taken back is said anew under the next number: the same statement again would say nothing.
  return { row, state: 'unsent', version: item.replacedBy === undefined || isRetracted ? version + 1 : version }
}

/**
 * What became of a row that was sent, by what its receipt says; undefined while that is open. With `correct`, a row that
 * differs from what stands is to be sent as the next correction of it. Nobody here can compare contents, for they are
 * sealed: the store does, when the row is sent under the id of what it may be equal to.
 */
export const rowOutcome = (sent: SentRow, item: ReceiptItem, correct: boolean): Outcome | undefined => {
  const { row, version, retraction, moved } = sent
  // Taken back; now the row itself once more, to see what stands under its number.
  if (retraction && (item.state === 'RECORDED' || item.state === 'DUPLICATE'))
    return { row, state: 'unsent', version: 1, moved: true }
  if (retraction) return item.state === 'REJECTED' ? rejected(row, faultOfRejection(item)) : undefined
  switch (item.state) {
    case 'RECORDED':
      return { row, state: version === 1 ? 'recorded' : 'corrected' }
    case 'DUPLICATE':
      if (version > 1 || item.replacedBy === undefined) return { row, state: moved ? 'corrected' : 'duplicate' }
      return correct ? compared(sent, item) : rejected(row, rowFault('ROW_SUPERSEDED', '/id'))
    case 'REJECTED':
      if (item.reason !== 'ID_REUSED_WITH_OTHER_CONTENT') return rejected(row, faultOfRejection(item))
      if (!correct || version >= mostVersions) return rejected(row, rowFault('ROW_DIFFERS', '/id'))
      return version === 1 ? compared(sent, item) : { row, state: 'unsent', version: version + 1 }
    default:
      return undefined
  }
}

/**
 * The same, by what else stands under the row's number: facts of other persons or matters. With `correct` these are taken
 * back one after the other, for the row has taken their place; else both stand, and it is told.
 */
export const outcomeBesideOthers = (
  outcome: Outcome,
  item: ReceiptItem,
  facts: readonly KnownFact[],
  correct: boolean,
): Outcome => {
  const others = facts.filter(({ id, source, position }) => {
    return id === item.id && source === item.source && position !== item.position
  })
  const [retraction] = others.flatMap((fact) => retractionOf(fact) ?? [])
  if (!retraction) return outcome
  const { row, state } = outcome
  if (correct) return { row, state: 'unsent', version: 1, retraction }
  return state === 'recorded' || state === 'duplicate'
    ? { row, state: 'doubled', faults: [rowFault('ROW_OF_ANOTHER_TOO', '/id')] }
    : outcome
}
