import type { Delivered, Message } from '@hub/broker/broker.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { admissionOf, contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { v4 } from 'uuid'

/** What a test says of a submission; the rest is as an intake would have it. */
export type ExampleSubmission = {
  id: string
  stream?: string
  source?: string
  type?: string
  time?: string
  replaces?: string
  data?: Record<string, unknown>
  submission?: string
  receivedtime?: string
}

/** The keys that tests admit and box with. */
export const exampleKeys = { admission: new Uint8Array(32).fill(1), rejections: new Uint8Array(32).fill(2) }

export const exampleStream = `person-1${'a'.repeat(26)}`

/** A message as an intake publishes it. */
export const admittedMessage = (example: ExampleSubmission): Message => {
  const { id, replaces } = example
  const source = example.source ?? '/departments/finance/treasury'
  const department = departmentOfSource(source) ?? 'finance'
  const subject = example.stream ?? exampleStream
  const type = example.type ?? `${department}.PaymentDisbursed.v2`
  const time = example.time ?? '2025-03-04T01:00:00.000Z'
  const value = canonicalJson(example.data ?? { amount: 100, region: '430302' })
  const digest = contentDigestOf({ type, source, id, subject, time, replaces, data: value })
  return {
    topic: department,
    key: subject,
    value,
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: source,
      ce_type: type,
      ce_subject: subject,
      ce_time: time,
      ce_eventid: eventIdOf(source, id, subject),
      ce_contentdigest: digest,
      ce_admission: admissionOf(exampleKeys.admission, digest),
      ce_submission: example.submission ?? v4(),
      ce_receivedtime: example.receivedtime ?? '2025-03-04T01:00:01.000Z',
      ...(replaces === undefined ? {} : { ce_replaces: replaces, ce_replacesreason: 'clerical-error' }),
    },
  }
}

/** Messages as one partition delivers them. */
export const delivered = (messages: readonly Message[], firstOffset = 0): Delivered[] =>
  messages.map((message, index) => ({ ...message, partition: 0, offset: String(firstOffset + index) }))
