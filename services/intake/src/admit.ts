import { randomBytes, randomUUID } from 'node:crypto'
import type { Message } from '@hub/broker/broker.ts'
import { KeysUnavailable, type PersonKeys } from '@hub/keys/person-keys.ts'
import { type Clock, isoOf } from '@hub/runtime/clock.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { admissionOf } from '@hub/schemas/format/admission.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { fitsIntoEntry, mostBytesOf } from '@hub/schemas/format/entry.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { personalNumberIn } from '@hub/schemas/format/personal-numbers.ts'
import { receiptToken } from '@hub/schemas/format/receipt.ts'
import type { IntakeKeys } from '@hub/schemas/format/service-keys.ts'
import { numberTokenOf, openTokenOf } from '@hub/schemas/format/stream-name.ts'
import type { TokenOf } from '@hub/schemas/open-field.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { personsDescribed, sealEvent } from '@hub/sealing/sealing.ts'
import { type Checked, checkSubmission } from './check-submission.ts'
import { type Checks, entryTooLarge, fault } from './fault.ts'

export type AdmitContext = {
  department: SubmittingDepartment
  checks: Checks
  keys: PersonKeys
  hubKeys: Omit<IntakeKeys, 'fingerprint'>
  /** UUID of the store. */
  storeId: string
  clock: Clock
  /** Whether this is a dry run: nothing is kept, no key made. */
  trial?: boolean
}

/** What the intake says of one submission: a message for the broker with its receipt, or all its faults. */
export type Admission =
  | { message: Message; receipt: string; stream: string; eventId: string; id: string; notices: readonly Fault[] }
  | { faults: readonly Fault[]; id: string | undefined }
  /** The person's key can't be had now; sending it again later may work. */
  | { retry: true; id: string }

const idOf = (event: unknown): string | undefined => {
  const id = typeof event === 'object' && event !== null && 'id' in event ? event.id : undefined
  // An id that is refused is not repeated: it may hold what may not be told.
  return typeof id === 'string' && id.length <= 120 && personalNumberIn(id) === undefined ? id : undefined
}

type HubAttributes = Record<'eventid' | 'contentdigest' | 'admission' | 'submission' | 'receivedtime', string>

/** The CloudEvents attributes as headers; those that were not sent are not there. */
const headersOf = ({ envelope, stream, time }: Checked, stamped: HubAttributes): Record<string, string> => {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: envelope.id,
    ce_source: envelope.source,
    ce_type: envelope.type,
    ce_subject: stream,
    ce_time: time,
    ce_eventid: stamped.eventid,
    ce_contentdigest: stamped.contentdigest,
    ce_admission: stamped.admission,
    ce_submission: stamped.submission,
    ce_receivedtime: stamped.receivedtime,
  }
  for (const name of optionalAttributes) {
    const value = envelope[name]
    if (value !== undefined) headers[`ce_${name}`] = value
  }
  return headers
}

const optionalAttributes = [
  'correlationid',
  'causationid',
  'replaces',
  'replacesreason',
  'sequence',
  'traceparent',
  'dataschema',
] as const

/** Seals and stamps what was checked. */
const stamp = (checked: Checked, keys: ReadonlyMap<string, PersonKey>, context: AdmitContext): Admission => {
  const { envelope, stream, time } = checked
  const eventId = eventIdOf(envelope.source, envelope.id, stream)
  const { localIds } = context.hubKeys
  const tokenOf: TokenOf = (text, of) =>
    of === undefined ? openTokenOf(localIds, text) : numberTokenOf(localIds, of, text)
  const sealing = sealEvent(checked.marks, eventId, checked.data, stream, { keys, tokenOf })
  if (sealing.status === 'no-key') return { id: envelope.id, faults: [fault('PERSON_ERASED', '/data')] }
  const value = canonicalJson(sealing.data)

  const { type, source, id, replaces, correlationid, causationid } = envelope
  const content = { type, source, id, subject: stream, time, replaces, correlationid, causationid, data: value }
  const digest = contentDigestOf(content)
  const topic = topicOf(context.department)
  const { dataschema, replacesreason, sequence, traceparent } = envelope
  const submission = randomUUID()
  const said = {
    contentdigest: digest,
    dataschema,
    receivedtime: isoOf(context.clock.now()),
    replacesreason,
    sequence,
    submission,
    traceparent,
  }
  const admission = admissionOf(context.hubKeys.admission, { ...said, topic })
  const metadata = { source, id, time, replaces, correlationid, causationid, ...said, admission }
  const entry = { id: eventId, stream, type, data: value, metadata }
  if (!fitsIntoEntry(entry, topic)) return { id, faults: [entryTooLarge(mostBytesOf(entry, topic))] }
  const headers = headersOf(checked, {
    eventid: eventId,
    contentdigest: digest,
    admission,
    submission,
    receivedtime: said.receivedtime,
  })
  const receipt = receiptToken(context.hubKeys.receipts, {
    store: context.storeId,
    stream,
    eventId,
    digest,
    submission,
  })
  return { message: { topic, key: stream, headers, value }, receipt, stream, eventId, id, notices: checked.notices }
}

/** Keys as `ensure` would give them, but none is made: one that is thrown away stands for each that would be. */
const keysOfTrial = async (keys: PersonKeys, persons: readonly string[]) => {
  const [found, unseen] = [await keys.find(persons), await keys.unseen(persons)]
  const thrownAway = { version: 1, key: randomBytes(32) }
  return new Map([...found, ...unseen.map((person) => [person, thrownAway] as const)])
}

/** The keys of these persons, durable; undefined while keys can't be had. */
const ensureKeys = async ({ keys, trial }: AdmitContext, persons: readonly string[]) => {
  if (persons.length === 0) return new Map<string, PersonKey>()
  const wanted = [...new Set(persons)]
  try {
    return await (trial ? keysOfTrial(keys, wanted) : keys.ensure(wanted))
  } catch (error) {
    if (error instanceof KeysUnavailable) return undefined
    throw error
  }
}

/**
 * Admits submissions (parsed CloudEvents, structured form), one answer each, in order. The keys of all persons in them
 * are made durable in one go, before anything leaves the intake.
 */
export const admit = async (events: readonly unknown[], context: AdmitContext): Promise<readonly Admission[]> => {
  const { department, checks, hubKeys, clock } = context
  const checked = events.map((event) => checkSubmission(event, { department, checks, hubKeys, now: clock.now() }))
  const persons = checked.flatMap((one) => ('faults' in one ? [] : personsDescribed(one.marks, one.data, one.stream)))
  const keys = await ensureKeys(context, persons)
  return checked.map((one, index) => {
    if ('faults' in one) return { id: idOf(events[index]), faults: one.faults }
    return keys ? stamp(one, keys, context) : { id: one.envelope.id, retry: true }
  })
}
