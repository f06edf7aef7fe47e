import type { IncomingHttpHeaders } from 'node:http'
import { type Admission, type AdmitContext, admit } from './admit.ts'
import type { RawHeaders } from './binary-mode.ts'
import { firstFaults } from './fault.ts'
import type { Mode } from './media-types.ts'
import { type Read, type Refused, readJson } from './read-json.ts'
import { readSubmission } from './read-submission.ts'
import { requestRefusals } from './request-refusals.ts'

/** What has come and is to be read, checked and sealed: a body, or some lines of NDJSON. Plain data, so that a thread can be given it. */
export type Work =
  | {
      kind: 'body'
      mode: Exclude<Mode, 'lines'>
      headers: IncomingHttpHeaders
      rawHeaders: RawHeaders
      bytes: Uint8Array
    }
  | { kind: 'lines'; lines: readonly (Uint8Array | 'too-long')[] }

/** What is said of one event before anything is published: it is admitted, has faults, or could not be read. */
export type Outcome = Admission | Refused

/** What was made of some work: one outcome an event, in order, or why the whole of it is none. */
export type Prepared = Refused | { kind: 'event' | 'batch'; outcomes: readonly Outcome[] }

/** Bytes of some work. */
export const bytesOfWork = (work: Work): number =>
  work.kind === 'body'
    ? work.bytes.length
    : work.lines.reduce((sum, line) => sum + (line === 'too-long' ? 0 : line.length), 0)

const readLine = (line: Uint8Array | 'too-long'): Read =>
  line === 'too-long' ? { refused: requestRefusals.LINE_TOO_LONG } : readJson(line)

/** Most faults that are told of the events of one request; of each refused event at least one is. */
const mostFaultsOfAnswer = 2_000

/** The outcomes with as many faults as are told, before they go anywhere: a thousand events may have a hundred each. */
const withFewFaults = (outcomes: readonly Outcome[]): readonly Outcome[] => {
  let left = mostFaultsOfAnswer
  return outcomes.map((outcome) => {
    if ('refused' in outcome || !('faults' in outcome)) return outcome
    const faults = firstFaults(outcome.faults, Math.max(1, left))
    left -= faults.length
    return { ...outcome, faults }
  })
}

/** What could not be read is refused in its place. */
const admitRead = async (reads: readonly Read[], context: AdmitContext): Promise<readonly Outcome[]> => {
  const values = reads.flatMap((read) => ('value' in read ? [read.value] : []))
  const admissions = withFewFaults(await admit(values, context))
  let next = 0
  return reads.map((read) => ('value' in read ? admissions[next++]! : read))
}

/** Reads, checks and seals what has come: all that is dear about an event, and nothing that has an effect but new persons' keys. */
export const prepare = async (work: Work, context: AdmitContext): Promise<Prepared> => {
  if (work.kind === 'lines') return { kind: 'batch', outcomes: await admitRead(work.lines.map(readLine), context) }
  const submission = readSubmission(work.mode, work.headers, work.rawHeaders, work.bytes)
  if ('refused' in submission) return submission
  return submission.kind === 'batch'
    ? { kind: 'batch', outcomes: await admitRead(submission.events, context) }
    : { kind: 'event', outcomes: await admit([submission.event], context) }
}
