import type { Metadata } from '@hub/schemas/envelope.ts'
import type { AdmissionVerifier } from '@hub/schemas/format/admission.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { ReadReceipt, ReceiptState } from '@hub/schemas/format/receipt.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { rejectionStream } from '@hub/schemas/format/stream-name.ts'
import type { RejectionReason } from '@hub/schemas/hub/events.ts'
import { rejectionRefusals } from '@hub/schemas/hub/rejection-refusals.ts'
import type { EventStore, StoredEvent } from './event-store.ts'

/** What became of an attempt. `recordedAt` (ISO) and `position` are those of the event that decided it. */
export type ReceiptAnswer = {
  state: ReceiptState
  /** Why it was rejected, and what to do, in both languages. */
  reason?: RejectionReason
  detail?: string
  detailZh?: string
  whatToDo?: string
  whatToDoZh?: string
  recordedAt?: string
  position?: Position
}

const page = 500

/** Newest first: a receipt is mostly asked for soon after it was given. */
const findInStream = async (
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  id: string,
): Promise<StoredEvent | undefined> => {
  let from: number | undefined
  for (;;) {
    const events = await store.readStream(stream, {
      direction: 'backwards',
      limit: page,
      ...(from === undefined ? {} : { from }),
    })
    const found = events.find((event) => event.id === id)
    const last = events.at(-1)
    if (found || !last || last.revision === 0) return found
    from = last.revision - 1
  }
}

/** What is said of a rejection; the words of a reason that a newer recorder gave are its own alone. */
const rejected = (reason: RejectionReason, detail?: string): Partial<ReceiptAnswer> & { state: 'REJECTED' } => {
  const words = Object.hasOwn(rejectionRefusals, reason) ? rejectionRefusals[reason] : undefined
  const said = detail ?? words?.message
  return {
    state: 'REJECTED',
    reason,
    ...(said === undefined ? {} : { detail: said }),
    ...(words ? { detailZh: words.messageZh, whatToDo: words.whatToDo, whatToDoZh: words.whatToDoZh } : {}),
  }
}

const metadataOf = (event: StoredEvent) => JSON.parse(event.metadata) as Metadata

/**
 * What became of the attempt that a receipt is for: recorded, or a duplicate of what was recorded before, or rejected
 * with its reason, or still on its way. With a verifier, what is not as it was admitted counts as not there; an intake
 * has none, as it is not handed the recorder's key.
 */
export const receiptState = async (
  store: Pick<EventStore, 'readStream'>,
  receipt: ReadReceipt,
  verifier?: AdmissionVerifier,
): Promise<ReceiptAnswer> => {
  const isTrue = (event: StoredEvent | undefined): event is StoredEvent =>
    event !== undefined && (!verifier || storedFaultOf(verifier, event) === undefined)
  const stored = await findInStream(store, receipt.stream, receipt.eventId)
  if (isTrue(stored)) {
    const metadata = metadataOf(stored)
    const at = { recordedAt: metadata.recordedtime, position: stored.position }
    if (metadata.submission === receipt.submission) return { state: 'RECORDED', ...at }
    if (metadata.contentdigest === receipt.digest) return { state: 'DUPLICATE', ...at }
    return { ...rejected('ID_REUSED_WITH_OTHER_CONTENT'), ...at }
  }
  const [rejection] = await store.readStream(rejectionStream(receipt.department, receipt.submission), { limit: 1 })
  if (!isTrue(rejection)) return { state: 'PENDING' }
  const { reason, detail } = JSON.parse(rejection.data) as { reason: RejectionReason; detail: string }
  return {
    ...rejected(reason, detail),
    recordedAt: metadataOf(rejection).recordedtime,
    position: rejection.position,
  }
}
