import type { Delivered } from '@hub/broker/broker.ts'
import { parseType } from '@hub/schemas/catalogue.ts'
import { departmentOfSource, type Metadata, replacesReasons, sourcePattern, topicOf } from '@hub/schemas/envelope.ts'
import { contentDigestOf, isAdmission } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { RejectionReason } from '@hub/schemas/hub/events.ts'
import { z } from 'zod'

/** Most bytes of an event's sealed data. */
export const maxEventBytes = 64 * 1024

/** A submission that an intake has checked: everything but the time of recording. */
export type Admitted = {
  stream: string
  eventId: string
  type: string
  data: string
  metadata: Omit<Metadata, 'recordedtime'> & { admission: string; submission: string }
  message: Delivered
}

/** Why a message can't be recorded; `detail` never holds a value from the message. */
export type Refusal = { reason: RejectionReason; detail: string }

const text = z.string().min(1).max(300)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

const headers = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.string().min(1).max(120),
  ce_source: z.string().regex(sourcePattern),
  ce_type: text,
  ce_subject: z.string().regex(/^[a-z]+-[a-z0-9-]{1,80}$/),
  ce_time: instant,
  ce_eventid: z.uuid(),
  ce_contentdigest: hash,
  ce_admission: hash,
  ce_submission: z.uuid(),
  ce_receivedtime: instant,
  ce_correlationid: text.optional(),
  ce_causationid: text.optional(),
  ce_replaces: text.optional(),
  ce_replacesreason: z.enum(replacesReasons).optional(),
  ce_sequence: text.optional(),
  ce_traceparent: text.optional(),
  ce_dataschema: text.optional(),
})

const refuse = (reason: RejectionReason, detail: string): { refusal: Refusal } => ({ refusal: { reason, detail } })

/** Where a message stood: `<topic>/<partition>/<offset>`. */
export const originOf = (message: Delivered): string => `${message.topic}/${message.partition}/${message.offset}`

/** Leaves out what was not sent: a missing attribute is not stored as null. */
const given = <Fields extends Record<string, unknown>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>
  }

/** Checks a message as it came from a topic: envelope, topic, size, digest, admission. */
export const admit = (message: Delivered, admissionKey: Uint8Array): { admitted: Admitted } | { refusal: Refusal } => {
  const parsed = headers.safeParse(message.headers)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
    return refuse('NOT_A_CLOUD_EVENT', `these headers are missing or malformed: ${names.join(', ')}`.slice(0, 500))
  }
  const head = parsed.data
  const department = departmentOfSource(head.ce_source)
  if (head.ce_subject !== message.key) return refuse('NOT_A_CLOUD_EVENT', 'the subject is not the key of the message')
  if (department === undefined || topicOf(department) !== message.topic)
    return refuse('WRONG_TOPIC', "the source is not one of this topic's department")
  if (parseType(head.ce_type)?.department !== department)
    return refuse('WRONG_TOPIC', "the type is not one of this topic's department")
  if (Buffer.byteLength(message.value) > maxEventBytes)
    return refuse('TOO_LARGE', `the data is larger than ${maxEventBytes} bytes`)
  const digest = contentDigestOf({
    type: head.ce_type,
    source: head.ce_source,
    id: head.ce_id,
    subject: head.ce_subject,
    time: head.ce_time,
    replaces: head.ce_replaces,
    correlationid: head.ce_correlationid,
    causationid: head.ce_causationid,
    data: message.value,
  })
  if (digest !== head.ce_contentdigest)
    return refuse('DIGEST_MISMATCH', 'the content is not what its digest says: it was changed after the intake')
  if (!isAdmission(admissionKey, digest, head.ce_admission))
    return refuse('NOT_ADMITTED', 'no intake of this hub has admitted this content')
  if (head.ce_eventid !== eventIdOf(head.ce_source, head.ce_id, head.ce_subject))
    return refuse('NOT_A_CLOUD_EVENT', 'the event id is not that of source, id and subject')
  return {
    admitted: {
      stream: head.ce_subject,
      eventId: head.ce_eventid,
      type: head.ce_type,
      data: message.value,
      metadata: {
        source: head.ce_source,
        id: head.ce_id,
        time: head.ce_time,
        contentdigest: digest,
        admission: head.ce_admission,
        submission: head.ce_submission,
        receivedtime: head.ce_receivedtime,
        origin: originOf(message),
        ...given({
          correlationid: head.ce_correlationid,
          causationid: head.ce_causationid,
          replaces: head.ce_replaces,
          replacesreason: head.ce_replacesreason,
          sequence: head.ce_sequence,
          traceparent: head.ce_traceparent,
          dataschema: head.ce_dataschema,
        }),
      },
      message,
    },
  }
}
