import { randomUUID } from 'node:crypto'
import type { Delivered, Message } from '@hub/broker/broker.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { admissionOf } from '@hub/schemas/format/admission.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { recorderKeys } from '@hub/schemas/format/service-keys.ts'

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
  /** What else an intake passes on. */
  said?: Partial<Record<'sequence' | 'traceparent' | 'dataschema', string>>
}

/** The keys that tests admit, record and box with. */
export const exampleHubKeys = deriveHubKeys(new Uint8Array(32).fill(1))
export const exampleRecorderKeys = recorderKeys(exampleHubKeys)

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
  const contentdigest = contentDigestOf({ type, source, id, subject, time, replaces, data: value })
  const replacesreason = replaces === undefined ? undefined : 'clerical-error'
  const submission = example.submission ?? randomUUID()
  const receivedtime = example.receivedtime ?? '2025-03-04T01:00:01.000Z'
  const said = { contentdigest, receivedtime, replacesreason, submission, topic: department, ...example.said }
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
      ce_contentdigest: contentdigest,
      ce_admission: admissionOf(exampleHubKeys.admission[department], said),
      ce_submission: submission,
      ce_receivedtime: receivedtime,
      ...Object.fromEntries(Object.entries(example.said ?? {}).map(([name, value]) => [`ce_${name}`, value])),
      ...(replaces === undefined ? {} : { ce_replaces: replaces, ce_replacesreason: 'clerical-error' }),
    },
  }
}

/** Messages as one partition delivers them. */
export const delivered = (messages: readonly Message[], firstOffset = 0): Delivered[] =>
  messages.map((message, index) => ({ ...message, partition: 0, offset: String(firstOffset + index) }))
