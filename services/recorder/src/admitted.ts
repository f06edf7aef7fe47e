import type { Delivered } from '@hub/broker/broker.ts'
import { parseType } from '@hub/schemas/catalogue.ts'
import {
  departmentOfSource,
  type Metadata,
  type ReplacesReason,
  replacesReasons,
  sourcePattern,
  topicOf,
} from '@hub/schemas/envelope.ts'
import { contentDigestOf, isAdmission } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { RejectionReason } from '@hub/schemas/hub/events.ts'

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

const anyText = /^.{1,300}$/s
const hash = /^[0-9a-f]{64}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

type Form = { name: string; form: RegExp; optional?: true }

/** The headers that are read and their forms. Checked by hand: a schema takes several times as long, for every event. */
const headerForms: readonly Form[] = [
  { name: 'ce_specversion', form: /^1\.0$/ },
  { name: 'ce_id', form: /^.{1,120}$/s },
  { name: 'ce_source', form: sourcePattern },
  { name: 'ce_type', form: anyText },
  { name: 'ce_subject', form: /^[a-z]+-[a-z0-9-]{1,80}$/ },
  { name: 'ce_time', form: instant },
  { name: 'ce_eventid', form: uuid },
  { name: 'ce_contentdigest', form: hash },
  { name: 'ce_admission', form: hash },
  { name: 'ce_submission', form: uuid },
  { name: 'ce_receivedtime', form: instant },
  { name: 'ce_correlationid', form: anyText, optional: true },
  { name: 'ce_causationid', form: anyText, optional: true },
  { name: 'ce_replaces', form: anyText, optional: true },
  { name: 'ce_replacesreason', form: new RegExp(`^(${replacesReasons.join('|')})$`), optional: true },
  { name: 'ce_sequence', form: anyText, optional: true },
  { name: 'ce_traceparent', form: anyText, optional: true },
  { name: 'ce_dataschema', form: anyText, optional: true },
]

type Name = 'id' | 'source' | 'type' | 'subject' | 'time' | 'eventid' | 'admission' | 'submission' | 'receivedtime'
type OptionalName = 'correlationid' | 'causationid' | 'replaces' | 'sequence' | 'traceparent' | 'dataschema'
type CheckedHeaders = Record<`ce_${Name}` | 'ce_contentdigest', string> &
  Record<`ce_${OptionalName}`, string | undefined> & { ce_replacesreason: ReplacesReason | undefined }

const malformedHeaders = (headers: Readonly<Record<string, string>>): string[] => {
  const names: string[] = []
  for (const { name, form, optional } of headerForms) {
    const value = headers[name]
    if (value === undefined ? !optional : !form.test(value)) names.push(name)
  }
  return names
}

const refuse = (reason: RejectionReason, detail: string): { refusal: Refusal } => ({ refusal: { reason, detail } })

/** Where a message stood: `<topic>/<partition>/<offset>`. */
export const originOf = (message: Delivered): string => `${message.topic}/${message.partition}/${message.offset}`

/** Checks a message as it came from a topic: envelope, topic, size, digest, admission. */
export const admit = (message: Delivered, admissionKey: Uint8Array): { admitted: Admitted } | { refusal: Refusal } => {
  const malformed = malformedHeaders(message.headers)
  if (malformed.length > 0)
    return refuse('NOT_A_CLOUD_EVENT', `these headers are missing or malformed: ${malformed.join(', ')}`)
  const head = message.headers as CheckedHeaders
  const department = departmentOfSource(head.ce_source)
  if (head.ce_subject !== message.key) return refuse('NOT_A_CLOUD_EVENT', 'the subject is not the key of the message')
  if (department === undefined || topicOf(department) !== message.topic)
    return refuse('WRONG_TOPIC', "the source is not one of this topic's department")
  if (parseType(head.ce_type)?.department !== department)
    return refuse('WRONG_TOPIC', "the type is not one of this topic's department")
  if (Buffer.byteLength(message.value) > maxEventBytes)
    return refuse('TOO_LARGE', `the data is larger than ${maxEventBytes} bytes`)
  const said = {
    type: head.ce_type,
    source: head.ce_source,
    id: head.ce_id,
    subject: head.ce_subject,
    time: head.ce_time,
    replaces: head.ce_replaces,
    correlationid: head.ce_correlationid,
    causationid: head.ce_causationid,
    data: message.value,
  }
  const digest = contentDigestOf(said)
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
        correlationid: head.ce_correlationid,
        causationid: head.ce_causationid,
        replaces: head.ce_replaces,
        replacesreason: head.ce_replacesreason,
        sequence: head.ce_sequence,
        traceparent: head.ce_traceparent,
        dataschema: head.ce_dataschema,
        contentdigest: digest,
        admission: head.ce_admission,
        submission: head.ce_submission,
        receivedtime: head.ce_receivedtime,
        origin: originOf(message),
      },
      message,
    },
  }
}
