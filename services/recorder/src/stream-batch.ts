import { maxAppendBytes, type NewEvent, type StreamWrite } from '@hub/event-store/event-store.ts'
import { metadataText } from '@hub/schemas/envelope.ts'
import type { Recorded } from '@hub/schemas/format/admission.ts'
import type { Admitted, Refusal } from './admitted.ts'
import { decideStream, type StreamDecision } from './decide.ts'
import { knownOf, type StreamState } from './stream-memory.ts'

/** The submissions of a batch that go to one stream and have not been dealt with yet. */
export type StreamBatch = {
  stream: string
  waiting: readonly Admitted[]
  /** Set after the store refused a write: which event it will not take is found one by one. */
  oneByOne: boolean
}

/** What is to be written for a stream now, and what it was decided on. */
export type PlannedWrite = StreamWrite & { batch: StreamBatch; decision: StreamDecision }

/** Groups submissions by stream, keeping their order. */
export const groupByStream = (submissions: readonly Admitted[]): StreamBatch[] =>
  [...Map.groupBy(submissions, (submission) => submission.stream)].map(([stream, waiting]) => ({
    stream,
    waiting,
    oneByOne: false,
  }))

/** What a recorder adds to an event when it records it. */
export type Stamps = {
  recordedTimeOf: (event: Admitted) => string
  recording: (recorded: Recorded) => string
}

const toStored = (event: Admitted, revision: number, { recordedTimeOf, recording }: Stamps): NewEvent => {
  const recordedtime = recordedTimeOf(event)
  const { admission, origin } = event.metadata
  const stamped = {
    ...event.metadata,
    recordedtime,
    recording: recording({ admission, origin, recordedtime, revision }),
  }
  return { id: event.eventId, type: event.type, data: event.data, metadata: metadataText(stamped) }
}

/** Plans the next write of a stream; its events are those that fit into one append. */
export const planWrite = (batch: StreamBatch, state: StreamState, stamps: Stamps): PlannedWrite => {
  const events: NewEvent[] = []
  const first = state.revision === 'no-stream' ? 0 : state.revision + 1
  let bytes = 0
  const decision = decideStream(state, batch.waiting, (soFar, next) => {
    const event = toStored(next, first + soFar, stamps)
    bytes += next.bytes + Buffer.byteLength(event.metadata)
    if (soFar > 0 && (batch.oneByOne || bytes > maxAppendBytes)) return false
    events.push(event)
    return true
  })
  return { stream: batch.stream, expectedRevision: state.revision, events, batch, decision }
}

/** What is known of a stream after a write of its was appended up to `revision`. */
export const stateAfter = (state: StreamState, recorded: readonly Admitted[], revision: number): StreamState => {
  for (const { eventId, type, metadata } of recorded)
    state.events.set(eventId, knownOf(type, metadata.contentdigest, metadata.origin))
  return { revision, events: state.events }
}

/** The batch without those that were dealt with; undefined when nothing waits. */
export const remaining = (batch: StreamBatch, taken: number): StreamBatch | undefined =>
  taken < batch.waiting.length ? { ...batch, waiting: batch.waiting.slice(taken) } : undefined

/**
 * Whether a decision leans on something not being there. What is remembered may be behind the store, so it is read
 * before such a decision stands. (That something is there never stops being true.)
 */
export const isUncertain = ({ decision }: PlannedWrite): boolean =>
  decision.reject.some(({ refusal }) => refusal.reason === 'REPLACES_UNKNOWN')

/** Takes the corrections and retractions that are refused out of a plan: they are kept before it is carried out. */
export const setReplacementsApart = (
  planned: PlannedWrite,
): { plan: PlannedWrite; apart: StreamDecision['reject'] } => {
  const { batch, decision } = planned
  const apart = decision.reject.filter(({ refusal }) => refusal.reason.startsWith('REPLACES_'))
  if (apart.length === 0) return { plan: planned, apart }
  const events = new Set(apart.map(({ event }) => event))
  const waiting = batch.waiting.filter((event) => !events.has(event))
  const taken = decision.taken - apart.length
  const reject = decision.reject.filter(({ event }) => !events.has(event))
  return { plan: { ...planned, batch: { ...batch, waiting }, decision: { ...decision, taken, reject } }, apart }
}

const refusedByStore: Refusal = { reason: 'REFUSED_BY_STORE', detail: 'the event store will never take this event' }
const personalNumber: Refusal = {
  reason: 'PERSONAL_NUMBER',
  detail: 'a citizen number, telephone or account would lie open in the store',
}

/**
 * After a refusal by the store: several events are tried one by one. A single one is given up with those before it
 * undecided: a decision on them is made again without it.
 */
export const afterRefusal = (
  write: PlannedWrite,
  why: 'TOO_LARGE' | 'INVALID' | 'PERSONAL_NUMBER',
): { batch: StreamBatch | undefined; refused: { event: Admitted; refusal: Refusal } | undefined } => {
  const [only, ...others] = write.decision.record
  if (!only || others.length > 0) return { batch: { ...write.batch, oneByOne: true }, refused: undefined }
  const waiting = write.batch.waiting.filter((event) => event !== only)
  const batch = waiting.length > 0 ? { ...write.batch, waiting, oneByOne: true } : undefined
  return { batch, refused: { event: only, refusal: why === 'PERSONAL_NUMBER' ? personalNumber : refusedByStore } }
}
