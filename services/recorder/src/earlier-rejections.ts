import type { EventStore } from '@hub/event-store/event-store.ts'
import { rejectionStream } from '@hub/schemas/format/stream-name.ts'
import type { Admitted } from './admitted.ts'

/**
 * Those of the submissions that were rejected before a crash because the fact that they replace was not there. That
 * fact may have come since; what a receipt has said must not change.
 */
export const earlierRejections = async (
  store: EventStore,
  submissions: readonly Admitted[],
): Promise<ReadonlySet<Admitted>> => {
  const rejected = new Set<Admitted>()
  for (const submission of submissions) {
    if (submission.metadata.replaces === undefined) continue
    const [event] = await store.readStream(rejectionStream(submission.message.topic, submission.metadata.submission), {
      limit: 1,
    })
    if (!event) continue
    const { reason, eventId } = JSON.parse(event.data) as { reason: string; eventId?: string }
    if (reason.startsWith('REPLACES_') && eventId === submission.eventId) rejected.add(submission)
  }
  return rejected
}
