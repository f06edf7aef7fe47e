import { setImmediate as letOthersRun } from 'node:timers/promises'
import { formatReplaces, type Metadata } from '@hub/schemas/envelope.ts'
import type { AdmissionVerifier } from '@hub/schemas/format/admission.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { ReadReceipt, ReceiptState } from '@hub/schemas/format/receipt.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { rejectionStream } from '@hub/schemas/format/stream-name.ts'
import type { RejectionReason } from '@hub/schemas/hub/events.ts'
import type { EventStore, StoredEvent } from './event-store.ts'
import { findInStream } from './find-in-stream.ts'
import { rejectionWords } from './rejection-words.ts'

/** What became of an attempt. `recordedAt` (ISO) and `position` are those of the event that decided it. */
export type ReceiptAnswer = {
  state: ReceiptState
  /** The sender's own, once it is decided; missing in rejections by an older recorder. */
  source?: string
  id?: string
  /** Why it was rejected, and what to do, in both languages. */
  reason?: RejectionReason
  detail?: string
  detailZh?: string
  whatToDo?: string
  whatToDoZh?: string
  recordedAt?: string
  position?: Position
  /** `<source>#<id>` of the last event that corrects or retracts the fact that stands under this id. */
  replacedBy?: string
}

/** Streams that are read at once, before others are let through. */
const streamsAtOnce = 32

const metadataOf = (event: StoredEvent) => JSON.parse(event.metadata) as Metadata

/**
 * What became of the attempts that receipts are for, in their order: recorded, or a duplicate of what was recorded before,
 * or rejected with its reason, or still on its way. Each stream is read once, and when it is asked for again, what is new
 * of it. With a verifier, what is not as it was admitted counts as not there; an intake has none, as it is not handed the
 * recorder's key.
 */
export const receiptStates = async (
  store: Pick<EventStore, 'readStream'>,
  receipts: readonly ReadReceipt[],
  verifier?: AdmissionVerifier,
): Promise<readonly ReceiptAnswer[]> => {
  const isTrue = (event: StoredEvent | undefined): event is StoredEvent =>
    event !== undefined && (!verifier || storedFaultOf(verifier, event) === undefined)

  const ofRejection = async ({ department, submission }: ReadReceipt): Promise<ReceiptAnswer> => {
    const [rejection] = await store.readStream(rejectionStream(department, submission), { limit: 1 })
    if (!isTrue(rejection)) return { state: 'PENDING' }
    const { reason, detail, source, id } = JSON.parse(rejection.data) as {
      reason: RejectionReason
      detail: string
      source?: string
      id?: string
    }
    return {
      state: 'REJECTED',
      ...(source === undefined ? {} : { source }),
      ...(id === undefined ? {} : { id }),
      ...rejectionWords(reason, detail),
      recordedAt: metadataOf(rejection).recordedtime,
      position: rejection.position,
    }
  }

  const ofStored = (receipt: ReadReceipt, event: StoredEvent, replacedBy: string | undefined): ReceiptAnswer => {
    const { source, id, recordedtime, submission, contentdigest } = metadataOf(event)
    const is =
      submission === receipt.submission ? 'RECORDED' : contentdigest === receipt.digest ? 'DUPLICATE' : 'REJECTED'
    return {
      state: is,
      source,
      id,
      ...(is === 'REJECTED' ? rejectionWords('ID_REUSED_WITH_OTHER_CONTENT') : {}),
      recordedAt: recordedtime,
      position: event.position,
      ...(replacedBy === undefined ? {} : { replacedBy }),
    }
  }

  const ofStream = async (stream: string, own: readonly ReadReceipt[]): Promise<[ReadReceipt, ReceiptAnswer][]> => {
    const { events, lastReplacing } = await findInStream(store, stream, new Set(own.map(({ eventId }) => eventId)))
    return Promise.all(
      own.map(async (receipt): Promise<[ReadReceipt, ReceiptAnswer]> => {
        const event = events.get(receipt.eventId)
        if (!isTrue(event)) return [receipt, await ofRejection(receipt)]
        const last = await lastReplacing(formatReplaces(metadataOf(event)))
        return [receipt, ofStored(receipt, event, isTrue(last) ? formatReplaces(metadataOf(last)) : undefined)]
      }),
    )
  }

  const answers = new Map<ReadReceipt, ReceiptAnswer>()
  const streams = [...Map.groupBy(receipts, ({ stream }) => stream)]
  for (let from = 0; from < streams.length; from += streamsAtOnce) {
    if (from > 0) await letOthersRun()
    const some = streams.slice(from, from + streamsAtOnce)
    for (const answered of await Promise.all(some.map(([stream, own]) => ofStream(stream, own))))
      for (const [receipt, answer] of answered) answers.set(receipt, answer)
  }
  return receipts.map((receipt) => answers.get(receipt)!)
}

/** As `receiptStates`, for one receipt. */
export const receiptState = async (
  store: Pick<EventStore, 'readStream'>,
  receipt: ReadReceipt,
  verifier?: AdmissionVerifier,
): Promise<ReceiptAnswer> => (await receiptStates(store, [receipt], verifier))[0]!
