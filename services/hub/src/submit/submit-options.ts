import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { ReplacesReason } from '@hub/schemas/envelope.ts'

export type SubmitOptions = {
  file: string
  department: SubmittingDepartment
  /** Default http://127.0.0.1:4000 */
  url?: string
  /** Whether to send what can be sent; without it nothing leaves the machine but the rows' numbers, by which the hub is asked what it has already. */
  yes?: boolean
  /** The sheet that the file is; default: by its headings. */
  type?: string
  /** The file of the mapping of an office's own layout. */
  mapping?: string
  /** The system whose numbers the sheet has. */
  system?: string
  region?: string
  official?: string
  /** For how many seconds no receipt may come to its end before the following gives up. */
  giveUpAfter?: number
  /** The period in the ids of rows whose numbers only count them; see `RowIdOptions`. */
  period?: string
  idPrefix?: string
  /** Whether rows that differ from what was said under their numbers are sent as corrections. */
  correct?: boolean
  /** Why they are. Default clerical-error. */
  reason?: ReplacesReason
  /** Waits between two attempts at a batch. */
  wait?: (ms: number) => Promise<void>
}

export const defaultUrl = 'http://127.0.0.1:4000'
export const defaultGiveUpAfter = 300
