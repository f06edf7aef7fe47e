import type { Delivered } from '@hub/broker/broker.ts'
import type { StreamWrite } from '@hub/event-store/event-store.ts'
import { hubEvent, hubEventIdOf } from '@hub/event-store/hub-event.ts'
import { parseType } from '@hub/schemas/catalogue.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { hubNamespace } from '@hub/schemas/format/event-id.ts'
import { rejectionStream } from '@hub/schemas/format/stream-name.ts'
import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import { openBox, sealBox } from '@hub/sealing/box.ts'
import { v5, validate } from 'uuid'
import { originOf, type Refusal } from './admitted.ts'

/** Most bytes of a message that are kept; an intake never lets one through that is larger. */
const keptBytes = 256 * 1024

const boxKey = (rejectionKey: Uint8Array) => ({ version: 1, key: rejectionKey })

/** The submission that a message names; one made from its place in the topic when it names none. */
export const submissionOf = (message: Delivered): string => {
  const named = message.headers.ce_submission
  return named !== undefined && validate(named) ? named.toLowerCase() : v5(originOf(message), hubNamespace)
}

const messageText = ({ topic, key, headers, value }: Delivered): string => {
  const text = canonicalJson({ topic, key, headers: Object.entries(headers).sort(), value })
  return Buffer.byteLength(text) <= keptBytes ? text : Buffer.from(text).subarray(0, keptBytes).toString('utf8')
}

// A message that no intake has checked may hold anything: only what has the hub's form is kept in the open. A citizen
// number fits the form of a stream or a source, so nothing with that many digits in a row is; the box keeps it.
const inTheOpen = (text: string, hasForm: (text: string) => unknown): boolean =>
  !/\d{15}/.test(text) && Boolean(hasForm(text))

const shown = (message: Delivered) => {
  const { ce_type: type, ce_source: source, ce_eventid: eventId } = message.headers
  return {
    key: inTheOpen(message.key, (key) => /^[a-z]+-[a-z0-9-]{1,80}$/.test(key)) ? message.key : '',
    ...(eventId !== undefined && validate(eventId) ? { eventId } : {}),
    ...(type !== undefined && type.length <= 200 && inTheOpen(type, parseType) ? { type } : {}),
    ...(source !== undefined && inTheOpen(source, departmentOfSource) ? { source } : {}),
  }
}

/** The write that keeps a message which can't be recorded, in the stream of its submission. `recordedtime` is ISO. */
export const rejectionWrite = (
  message: Delivered,
  refusal: Refusal,
  options: { rejectionKey: Uint8Array; recordedtime: string },
): StreamWrite => {
  const submission = submissionOf(message)
  const stream = rejectionStream(submission)
  const eventId = hubEventIdOf('recorder', submission, stream)
  const event = hubEvent({
    service: 'recorder',
    type: SubmissionRejected.type,
    id: submission,
    stream,
    data: {
      reason: refusal.reason,
      detail: refusal.detail,
      topic: message.topic,
      ...shown(message),
      boxedMessage: sealBox(boxKey(options.rejectionKey), eventId, messageText(message)),
    },
    time: options.recordedtime,
    recordedtime: options.recordedtime,
    origin: originOf(message),
  })
  return { stream, expectedRevision: 'no-stream', events: [event] }
}

/** The message in a rejection, as JSON text (cut when it was over 256 KiB). @throws {BoxNotOpened} */
export const openRejectedMessage = (rejectionKey: Uint8Array, eventId: string, boxedMessage: string): string =>
  openBox(boxKey(rejectionKey), eventId, boxedMessage)
