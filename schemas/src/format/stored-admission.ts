import { type Metadata, speakerOfSource } from '../envelope.ts'
import type { AdmissionFault, AdmissionVerifier } from './admission.ts'
import { contentDigestOf } from './content-digest.ts'
import { eventIdOf } from './event-id.ts'

/** A row of the store: all that is needed to tell whether it is what was admitted and recorded. */
export type StoredRow = { id: string; stream: string; revision: number; type: string; data: string }

/** The topic in `<topic>/<partition>/<offset>`. */
const topicOfOrigin = (origin: string): string => origin.slice(0, origin.indexOf('/'))

/**
 * Why a stored event is not folded; undefined for one that is what its speaker admitted and, where a recorder recorded
 * it, what that one recorded at this place of its stream. Any byte changed in the row is found.
 */
export const storedFault = (
  verifier: AdmissionVerifier,
  row: StoredRow,
  metadata: Metadata,
): AdmissionFault | undefined => {
  const { source, id, time, contentdigest, receivedtime, recordedtime, origin } = metadata
  const speaker = speakerOfSource(String(source))
  if (speaker === undefined) return 'ALTERED'
  const { stream, type, data, revision } = row
  const { replaces, correlationid, causationid } = metadata
  const content = { type, source, id, subject: stream, time, replaces, correlationid, causationid, data }
  if (contentDigestOf(content) !== contentdigest || eventIdOf(source, id, stream) !== row.id) return 'ALTERED'
  const { dataschema, replacesreason, sequence, submission, traceparent, admission } = metadata
  const said = { contentdigest, dataschema, receivedtime, replacesreason, sequence, submission, traceparent }
  if (speaker.startsWith('hub/'))
    return verifier.admissionFault(speaker, { ...said, origin, recordedtime, revision }, admission)
  if (origin === undefined) return 'ALTERED'
  return (
    verifier.admissionFault(speaker, { ...said, topic: topicOfOrigin(origin) }, admission) ??
    verifier.recordingFault({ admission, origin, recordedtime, revision }, metadata.recording)
  )
}

/** As `storedFault`, for a row as it comes from the store: metadata that is no JSON object is altered too. */
export const storedFaultOf = (
  verifier: AdmissionVerifier,
  row: StoredRow & { metadata: string },
): AdmissionFault | undefined => {
  const metadata = metadataIn(row.metadata)
  return metadata ? storedFault(verifier, row, metadata) : 'ALTERED'
}

/** The metadata in its text; undefined where it is no JSON object. */
export const metadataIn = (text: string): Metadata | undefined => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Metadata) : undefined
  } catch {
    return undefined
  }
}
