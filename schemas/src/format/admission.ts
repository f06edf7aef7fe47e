import { timingSafeEqual } from 'node:crypto'
import type { HubService } from '../department.ts'
import { hmacSha256 } from './keyed-hash.ts'

/**
 * What an admission covers: the digest, and everything else that the speaker says and that is stored. Of a department's
 * event `origin`, `recordedtime` and `revision` are the recorder's word, and are not in it; of the hub's own events
 * `topic` and `submission` are not. What was not said is left out.
 */
export type Said = {
  contentdigest: string
  dataschema?: string | undefined
  origin?: string | undefined
  receivedtime: string
  recordedtime?: string | undefined
  replacesreason?: string | undefined
  revision?: number | undefined
  sequence?: string | undefined
  submission?: string | undefined
  topic?: string | undefined
  traceparent?: string | undefined
}

/** RFC 8785 of what an admission covers: the names are written in its order; what is undefined is left out. */
export const admissionText = (said: Said): string => {
  const { contentdigest, dataschema, origin, receivedtime, recordedtime, replacesreason, revision } = said
  const { sequence, submission, topic, traceparent } = said
  return JSON.stringify({
    contentdigest,
    dataschema,
    origin,
    receivedtime,
    recordedtime,
    replacesreason,
    revision,
    sequence,
    submission,
    topic,
    traceparent,
  } satisfies Said)
}

/** An admission: HMAC-SHA-256, lower-case hex, under the speaker's key. */
export const admissionOf = (admissionKey: Uint8Array, said: Said): string =>
  hmacSha256(admissionKey, admissionText(said))

/** What a recorder adds to a department's event when it records it. */
export type Recorded = {
  admission: string
  /** `<topic>/<partition>/<offset>` */
  origin: string
  recordedtime: string
  /** The place in the stream, from 0. */
  revision: number
}

/** RFC 8785 of what a recording covers. */
export const recordingText = ({ admission, origin, recordedtime, revision }: Recorded): string =>
  JSON.stringify({ admission, origin, recordedtime, revision } satisfies Recorded)

/** A recording: HMAC-SHA-256, lower-case hex, under the recorder's admission key. */
export const recordingOf = (recorderKey: Uint8Array, recorded: Recorded): string =>
  hmacSha256(recorderKey, recordingText(recorded))

/** Makes the admissions of one service's own events: all that a service which says events is handed. */
export type Admitter = { service: HubService; admit(said: Said): string }

export const admitterOf = (service: HubService, admissionKey: Uint8Array): Admitter => ({
  service,
  admit: (said) => admissionOf(admissionKey, said),
})

/** Why something said is not taken for true: no admission, another speaker's, or not of this content. */
export type AdmissionFault = 'MISSING' | 'OF_ANOTHER' | 'ALTERED'

/** Tells whether admissions are true. Whoever folds events is handed this, which has no way to make one. */
export type AdmissionVerifier = {
  admissionFault(speaker: string, said: Said, admission: string | undefined): AdmissionFault | undefined
  recordingFault(recorded: Recorded, recording: string | undefined): AdmissionFault | undefined
}

const isSame = (expected: string, given: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))

/** A verifier from the admission keys of those whose events are to be verified, by speaker. */
export const admissionVerifier = (keys: Readonly<Record<string, Uint8Array>>): AdmissionVerifier => {
  const bySpeaker = new Map(Object.entries(keys))
  const isOf = (speaker: string, said: Said, admission: string): boolean => {
    const key = bySpeaker.get(speaker)
    return key !== undefined && isSame(admissionOf(key, said), admission)
  }
  return {
    admissionFault: (speaker, said, admission) => {
      if (admission === undefined) return 'MISSING'
      if (isOf(speaker, said, admission)) return undefined
      return [...bySpeaker.keys()].some((other) => isOf(other, said, admission)) ? 'OF_ANOTHER' : 'ALTERED'
    },
    recordingFault: (recorded, recording) => {
      if (recording === undefined) return 'MISSING'
      const key = bySpeaker.get('hub/recorder')
      return key !== undefined && isSame(recordingOf(key, recorded), recording) ? undefined : 'ALTERED'
    },
  }
}
