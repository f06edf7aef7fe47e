import { type Metadata, metadataText } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { NewEvent } from './event-store.ts'

/** The services that say events of the hub's own. */
export type HubService = 'recorder' | 'identity' | 'reports'

/** The source of the events that a service says itself. */
export const hubSourceOf = (service: HubService): string => `/hub/${service}`

/** The event id of what a service says under `id` in a stream: the same thing said again has the same one. */
export const hubEventIdOf = (service: HubService, id: string, stream: string): string =>
  eventIdOf(hubSourceOf(service), id, stream)

/**
 * An event that a service of the hub says itself, in the form in which it is stored. Its event id comes from the service,
 * `id` and the stream, so that the same event is never there twice. Times are ISO, UTC, three decimals.
 */
export const hubEvent = (event: {
  service: HubService
  type: string
  id: string
  stream: string
  data: Readonly<Record<string, unknown>>
  time: string
  recordedtime: string
  origin?: string
}): NewEvent => {
  const data = canonicalJson(event.data)
  const { service, type, id, stream, time, recordedtime } = event
  const source = hubSourceOf(service)
  const metadata: Metadata = {
    source,
    id,
    time,
    contentdigest: contentDigestOf({ type, source, id, subject: stream, time, data }),
    receivedtime: time,
    recordedtime,
    ...(event.origin === undefined ? {} : { origin: event.origin }),
  }
  return { id: hubEventIdOf(service, id, stream), type, data, metadata: metadataText(metadata) }
}
