import { type Metadata, metadataText } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { NewEvent } from './event-store.ts'

/** Who speaks in the recorder's own events. */
export const recorderSource = '/hub/recorder'

/**
 * An event that the recorder says itself. Its event id comes from `id` and the stream, so that the same event is never
 * there twice. Times are ISO, UTC, three decimals.
 */
export const recorderEvent = (event: {
  type: string
  id: string
  stream: string
  data: Record<string, unknown>
  time: string
  recordedtime: string
  origin?: string
}): NewEvent => {
  const data = canonicalJson(event.data)
  const { type, id, stream, time, recordedtime } = event
  const metadata: Metadata = {
    source: recorderSource,
    id,
    time,
    contentdigest: contentDigestOf({ type, source: recorderSource, id, subject: stream, time, data }),
    receivedtime: time,
    recordedtime,
    ...(event.origin === undefined ? {} : { origin: event.origin }),
  }
  return { id: eventIdOf(recorderSource, id, stream), type, data, metadata: metadataText(metadata) }
}
