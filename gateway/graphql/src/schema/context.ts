import type { Following } from '@hub/reading/following/follow.ts'
import type { Reader } from '@hub/reading/reader.ts'
import type { ReadReceipt, ReceiptState } from '@hub/schemas/format/receipt.ts'
import type { GatewayKeys } from '@hub/schemas/format/service-keys.ts'

/** What became of a submission, as the recorder's state of a receipt says it. */
export type ReceiptAnswer = {
  state: ReceiptState
  reason?: string
  detail?: string
  detailZh?: string
  whatToDo?: string
  whatToDoZh?: string
  recordedAt?: string
  position?: string
}

/** What the gateway is composed of. */
export type GatewayDependencies = {
  reader: Reader
  receiptState(receipt: ReadReceipt): Promise<ReceiptAnswer>
  hubKeys: Pick<GatewayKeys, 'receipts' | 'cursors'>
  /** UUID of the store. */
  storeId: string
}

/** What a resolver finds in its third argument. */
export type GatewayContext = GatewayDependencies & { following: Following }
