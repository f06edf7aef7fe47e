import type { HubService } from '@hub/schemas/department.ts'
import { type Metadata, metadataText } from '@hub/schemas/envelope.ts'
import type { Admitter } from '@hub/schemas/format/admission.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { entryBytes, mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { NewEvent } from './event-store.ts'

/** What a service of the hub says itself. */
export type HubEvent = {
  type: string
  /** Derived from what is decided, so that the same decision gives the same event id and is never there twice. */
  id: string
  stream: string
  /** The place in the stream that it is appended at. */
  revision: number
  data: Readonly<Record<string, unknown>>
  /** ISO, UTC, three decimals. */
  time: string
  /** Default `time`. */
  recordedtime?: string
  /** The message that it is about, where it is about one. */
  origin?: string
}

/** What a service wants to say does not fit into an entry of the log. */
export class EntryTooLarge extends Error {
  override name = 'EntryTooLarge'
}

/** The source of the events that a service says itself. */
export const hubSourceOf = (service: HubService): string => `/hub/${service}`

/** The event id of what a service says under `id` in a stream: the same thing said again has the same one. */
export const hubEventIdOf = (service: HubService, id: string, stream: string): string =>
  eventIdOf(hubSourceOf(service), id, stream)

/**
 * An event that a service of the hub says itself, admitted under that service's key, in the form in which it is stored.
 * @throws {EntryTooLarge}
 */
export const hubEvent = (admitter: Admitter, event: HubEvent): NewEvent => {
  const { service } = admitter
  const source = hubSourceOf(service)
  const data = canonicalJson(event.data)
  const { type, id, stream, revision, time, origin, recordedtime = time } = event
  const contentdigest = contentDigestOf({ type, source, id, subject: stream, time, data })
  const said = { contentdigest, origin, receivedtime: time, recordedtime }
  const metadata: Metadata = { source, id, time, ...said, admission: admitter.admit({ ...said, revision }) }
  const stored = { id: hubEventIdOf(service, id, stream), type, data, metadata: metadataText(metadata) }
  const bytes = entryBytes({ ...stored, stream, revision })
  if (bytes > mostEntryBytes)
    throw new EntryTooLarge(`${type} would be an entry of ${bytes} bytes; one has at most ${mostEntryBytes}`)
  return stored
}
