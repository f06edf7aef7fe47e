import type { Delivered } from '@hub/broker/broker.ts'
import { lookUpType, parseType } from '@hub/schemas/catalogue.ts'
import {
  departmentOfSource,
  type Metadata,
  type ReplacesReason,
  replacesReasons,
  topicOf,
} from '@hub/schemas/envelope.ts'
import type { AdmissionFault, AdmissionVerifier } from '@hub/schemas/format/admission.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { fitsIntoEntry, mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { JunkReason, RejectionReason } from '@hub/schemas/hub/events.ts'

/** A submission that an intake has checked: everything but the time of recording. */
export type Admitted = {
  stream: string
  eventId: string
  type: string
  data: string
  /** Bytes of the data in UTF-8. */
  bytes: number
  metadata: Omit<Metadata, 'recordedtime' | 'recording'> & { submission: string; origin: string }
  message: Delivered
}

/** Why a submission can't be recorded; `detail` never holds a value from the message. */
export type Refusal = { reason: RejectionReason; detail: string }

/** Why a message is no submission; `detail` never holds a value from the message. */
export type NotAdmitted = { reason: JunkReason; detail: string }

/** What a message is: a submission that can be recorded, one that can't, or none. */
export type Verified = { admitted: Admitted } | { admitted: Admitted; refusal: Refusal } | { notAdmitted: NotAdmitted }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

type HasForm = (text: string) => boolean

const matches =
  (form: RegExp): HasForm =>
  (text) =>
    form.test(text)
const textUpTo =
  (most: number): HasForm =>
  (text) =>
    text.length > 0 && text.length <= most
const anyText = textUpTo(300)

/**
 * The headers that are read and their forms. Checked by hand: a schema takes several times as long, for every event.
 * Source, digest, admission and event id are compared with what they must be; here they only have to be there.
 */
const needed: readonly (readonly [name: string, HasForm])[] = [
  ['ce_specversion', (text) => text === '1.0'],
  ['ce_id', textUpTo(120)],
  ['ce_source', anyText],
  ['ce_type', anyText],
  ['ce_subject', matches(/^[a-z]+-[a-z0-9-]{1,80}$/)],
  ['ce_time', matches(instant)],
  ['ce_eventid', anyText],
  ['ce_contentdigest', anyText],
  ['ce_admission', anyText],
  ['ce_submission', matches(uuid)],
  ['ce_receivedtime', matches(instant)],
]
const optional: readonly (readonly [name: string, HasForm])[] = [
  ['ce_correlationid', anyText],
  ['ce_causationid', anyText],
  ['ce_replaces', anyText],
  ['ce_replacesreason', (text) => (replacesReasons as readonly string[]).includes(text)],
  ['ce_sequence', anyText],
  ['ce_traceparent', anyText],
  ['ce_dataschema', anyText],
]

type Name = 'id' | 'source' | 'type' | 'subject' | 'time' | 'eventid' | 'admission' | 'submission' | 'receivedtime'
type OptionalName = 'correlationid' | 'causationid' | 'replaces' | 'sequence' | 'traceparent' | 'dataschema'
type CheckedHeaders = Record<`ce_${Name}` | 'ce_contentdigest', string> &
  Record<`ce_${OptionalName}`, string | undefined> & { ce_replacesreason: ReplacesReason | undefined }

const malformedHeaders = (headers: Readonly<Record<string, string>>): readonly string[] => {
  const names: string[] = []
  for (const [name, hasForm] of needed) {
    const value = headers[name]
    if (value === undefined || !hasForm(value)) names.push(name)
  }
  for (const [name, hasForm] of optional) {
    const value = headers[name]
    if (value !== undefined && !hasForm(value)) names.push(name)
  }
  return names
}

const refuse = (reason: JunkReason, detail: string): { notAdmitted: NotAdmitted } => ({
  notAdmitted: { reason, detail },
})

/** Most types are of this vocabulary; a newer intake may know others. */
const departmentOfType = (type: string): string | undefined =>
  lookUpType(type)?.definition.department ?? parseType(type)?.department

/** Where a message stood: `<topic>/<partition>/<offset>`. */
export const originOf = (message: Delivered): string => `${message.topic}/${message.partition}/${message.offset}`

const malformed = (names: readonly string[]) =>
  refuse('NOT_A_CLOUD_EVENT', `these headers are missing or malformed: ${names.join(', ')}`)

const whatIsWrong: Readonly<Record<AdmissionFault, string>> = {
  MISSING: 'no intake of this hub has admitted this content',
  OF_ANOTHER: 'somebody else than the intake of this department has admitted this content',
  ALTERED: 'no intake of this hub has admitted this content, or it was changed after the intake',
}

/** What the intake said of a message, from its headers. */
const metadataOf = (head: CheckedHeaders, contentdigest: string, origin: string): Admitted['metadata'] => ({
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
  contentdigest,
  admission: head.ce_admission,
  submission: head.ce_submission,
  receivedtime: head.ce_receivedtime,
  origin,
})

/** Verifies a message as it came from a topic: envelope, topic, digest, admission, size. */
export const verifyMessage = (message: Delivered, verifier: AdmissionVerifier): Verified => {
  const names = malformedHeaders(message.headers)
  if (names.length > 0) return malformed(names)
  const head = message.headers as CheckedHeaders
  const department = departmentOfSource(head.ce_source)
  if (department === undefined) return malformed(['ce_source'])
  if (head.ce_subject !== message.key) return refuse('NOT_A_CLOUD_EVENT', 'the subject is not the key of the message')
  if (topicOf(department) !== message.topic)
    return refuse('WRONG_TOPIC', "the source is not one of this topic's department")
  if (departmentOfType(head.ce_type) !== department)
    return refuse('WRONG_TOPIC', "the type is not one of this topic's department")
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
  const metadata = metadataOf(head, digest, originOf(message))
  const { dataschema, receivedtime, replacesreason, sequence, submission, traceparent, admission } = metadata
  const said = {
    contentdigest: digest,
    dataschema,
    receivedtime,
    replacesreason,
    sequence,
    submission,
    topic: message.topic,
    traceparent,
  }
  const fault = verifier.admissionFault(department, said, admission)
  if (fault) return refuse('NOT_ADMITTED', whatIsWrong[fault])
  if (head.ce_eventid !== eventIdOf(head.ce_source, head.ce_id, head.ce_subject))
    return refuse('NOT_A_CLOUD_EVENT', 'the event id is not that of source, id and subject')
  const event = { stream: head.ce_subject, type: head.ce_type, data: message.value, metadata }
  const bytes = Buffer.byteLength(message.value)
  const admitted: Admitted = { ...event, eventId: head.ce_eventid, bytes, message }
  return fitsIntoEntry({ ...event, id: head.ce_eventid }, message.topic)
    ? { admitted }
    : { admitted, refusal: tooLarge }
}

const tooLarge: Refusal = { reason: 'TOO_LARGE', detail: `the event is an entry of more than ${mostEntryBytes} bytes` }
