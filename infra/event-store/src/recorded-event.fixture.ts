import { randomUUID } from 'node:crypto'
import type { Speaker, SubmittingDepartment } from '@hub/schemas/department.ts'
import { type Metadata, metadataText } from '@hub/schemas/envelope.ts'
import { admissionOf, recordingOf } from '@hub/schemas/format/admission.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { HubKeys } from '@hub/schemas/format/hub-keys.ts'
import type { NewEvent } from './event-store.ts'

/** What a test says of an event that stands in a store; `data` is the sealed data's RFC 8785 text. */
export type RecordedExample = {
  type: string
  id: string
  stream: string
  revision: number
  data: string
  time: string
  recordedtime: string
  replaces?: string | undefined
  causationid?: string | undefined
  /** The department's system; default `ledger`. */
  system?: string
}

/** Who says an event of this type. */
const speakerOf = (type: string): Speaker => {
  const [department] = type.split('.')
  if (department !== 'hub') return department as SubmittingDepartment
  if (type.startsWith('hub.Identity')) return 'hub/identity'
  return type.startsWith('hub.Report') ? 'hub/reports' : 'hub/recorder'
}

/** The source of an event of this type. */
export const exampleSource = (type: string, system = 'ledger'): string => {
  const speaker = speakerOf(type)
  return speaker.startsWith('hub/') ? `/${speaker}` : `/departments/${speaker}/${system}`
}

/** An event as a department's intake and the recorder would have stamped it, or the hub's own service. */
export const recordedEvent = (keys: Pick<HubKeys, 'admission'>, example: RecordedExample): NewEvent => {
  const { type, id, stream, revision, data, time, recordedtime, replaces, causationid } = example
  const speaker = speakerOf(type)
  const source = exampleSource(type, example.system)
  const contentdigest = contentDigestOf({ type, source, id, subject: stream, time, replaces, causationid, data })
  const said = { source, id, time, replaces, causationid, contentdigest, receivedtime: recordedtime, recordedtime }
  return {
    id: eventIdOf(source, id, stream),
    type,
    data,
    metadata: metadataText(speaker.startsWith('hub/') ? byTheHub() : byADepartment()),
  }

  function byTheHub(): Metadata {
    const covered = { contentdigest, receivedtime: recordedtime, recordedtime, revision }
    return { ...said, admission: admissionOf(keys.admission[speaker], covered) }
  }
  function byADepartment(): Metadata {
    const replacesreason = replaces === undefined ? undefined : 'clerical-error'
    const submission = randomUUID()
    const covered = { contentdigest, receivedtime: recordedtime, replacesreason, submission, topic: speaker }
    const admission = admissionOf(keys.admission[speaker], covered)
    const origin = `${speaker}/0/${revision}`
    const recording = recordingOf(keys.admission['hub/recorder'], { admission, origin, recordedtime, revision })
    return { ...said, replacesreason, submission, admission, origin, recording }
  }
}
