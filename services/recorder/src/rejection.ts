import type { StreamWrite } from '@hub/event-store/event-store.ts'
import { hubEvent, hubEventIdOf } from '@hub/event-store/hub-event.ts'
import type { Admitter } from '@hub/schemas/format/admission.ts'
import { personalNumberIn } from '@hub/schemas/format/personal-numbers.ts'
import { rejectionStream } from '@hub/schemas/format/stream-name.ts'
import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import type { Admitted, Refusal } from './admitted.ts'
import { keepMessage } from './kept-message.ts'

/** Most bytes of a rejected message that are kept: with its box and all around it an entry is full. */
const keptBytes = 44_500

/** A rejection lies open: somebody's number for which an event is rejected must not stand in it. The box has it. */
const withoutNumber = (text: string) => (personalNumberIn(text) === undefined ? text : '…')

/** The write that keeps a submission which can't be recorded, in a stream of its own. `recordedtime` is ISO. */
export const rejectionWrite = (
  { message, metadata, eventId, type, stream: key }: Admitted,
  refusal: Refusal,
  options: { admitter: Admitter; rejectionsKey: Uint8Array; recordedtime: string },
): StreamWrite => {
  const { admitter, rejectionsKey, recordedtime } = options
  const { submission, source, id, origin } = metadata
  const stream = rejectionStream(message.topic, submission)
  const kept = keepMessage(rejectionsKey, hubEventIdOf(admitter.service, submission, stream), message, keptBytes)
  const event = hubEvent(admitter, {
    type: SubmissionRejected.type,
    id: submission,
    stream,
    revision: 0,
    data: {
      ...refusal,
      topic: message.topic,
      key: withoutNumber(key),
      eventId,
      type: withoutNumber(type),
      source: withoutNumber(source),
      id: withoutNumber(id),
      ...kept,
    },
    time: recordedtime,
    origin,
  })
  return { stream, expectedRevision: 'no-stream', events: [event] }
}
