import type { NewEvent } from '@hub/event-store/event-store.ts'
import { type Metadata, metadataText } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'

/** An event that the hub says itself, in the form in which it is stored. `at` is ISO and stands for all its times. */
export const ownEvent = (event: {
  eventId: string
  source: string
  id: string
  type: string
  stream: string
  data: Readonly<Record<string, unknown>>
  at: string
}): NewEvent => {
  const { eventId, source, id, type, stream, at } = event
  const data = canonicalJson(event.data)
  const metadata: Metadata = {
    source,
    id,
    time: at,
    contentdigest: contentDigestOf({ type, source, id, subject: stream, time: at, data }),
    receivedtime: at,
    recordedtime: at,
  }
  return { id: eventId, type, data, metadata: metadataText(metadata) }
}
