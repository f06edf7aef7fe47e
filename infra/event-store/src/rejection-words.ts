import type { RejectionReason } from '@hub/schemas/hub/events.ts'
import { rejectionRefusals } from '@hub/schemas/hub/rejection-refusals.ts'

/** Why a submission was rejected, and what to do, in both languages. */
export type RejectionWords = {
  reason: RejectionReason
  detail?: string
  detailZh?: string
  whatToDo?: string
  whatToDoZh?: string
}

/** What is said of a rejection; the words of a reason that a newer recorder gave are its own alone. */
export const rejectionWords = (reason: RejectionReason, detail?: string): RejectionWords => {
  const words = Object.hasOwn(rejectionRefusals, reason) ? rejectionRefusals[reason] : undefined
  const said = detail ?? words?.message
  return {
    reason,
    ...(said === undefined ? {} : { detail: said }),
    ...(words ? { detailZh: words.messageZh, whatToDo: words.whatToDo, whatToDoZh: words.whatToDoZh } : {}),
  }
}
