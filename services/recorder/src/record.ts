import type { Delivered } from '@hub/broker/broker.ts'
import { type EventStore, EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { isoOf } from '@hub/runtime/clock.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { admissionVerifier, admitterOf, type Recorded, recordingOf } from '@hub/schemas/format/admission.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { RecorderKeys } from '@hub/schemas/format/service-keys.ts'
import type { JunkReason, RejectionReason } from '@hub/schemas/hub/events.ts'
import { type Admitted, type Refusal, verifyMessage } from './admitted.ts'
import { earlierRejections } from './earlier-rejections.ts'
import type { Junk } from './junk.ts'
import { junkKeeper } from './keep-junk.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { rejectionWrite } from './rejection.ts'
import {
  afterRefusal,
  groupByStream,
  isUncertain,
  type PlannedWrite,
  planWrite,
  remaining,
  type StreamBatch,
  setReplacementsApart,
  stateAfter,
} from './stream-batch.ts'
import { streamMemory } from './stream-memory.ts'
import { type StreamStates, streamStates } from './stream-states.ts'

/** What became of a batch; the same for the same batch again, but for `conflicts`: appends that found a stream further on than it was known to be. */
export type BatchRecorded = {
  recorded: number
  duplicates: number
  rejected: readonly RejectionReason[]
  notAdmitted: readonly JunkReason[]
  conflicts: number
}

export type RecorderOptions = {
  store: EventStore
  /** Verifies the departments' admissions, admits the recorder's own events, boxes what is not recorded. */
  keys: RecorderKeys
  /** Milliseconds since 1970. */
  now: () => number
  /** In a simulated store the recorded time is the received time. */
  simulated: boolean
  /** Bytes of what is remembered of streams; default 64 MiB. */
  memoryBytes?: number
}

export type Recorder = {
  /**
   * Records a batch; resolves when every message is recorded, known as a duplicate, kept as rejected, or counted as not
   * admitted. The same batch again changes nothing.
   * @throws {EventStoreUnavailable} then the batch is to be given again
   */
  record(batch: readonly Delivered[]): Promise<BatchRecorded>
}

/** Rounds without progress after which a batch is given back: somebody else keeps writing to its streams. */
const maxIdleRounds = 50

type Rejected = { event: Admitted; refusal: Refusal }
type Progress = {
  recorded: number
  duplicates: number
  rejected: RejectionReason[]
  conflicts: number
  /** Rejections that are still to be kept. */
  toKeep: Rejected[]
}

const reject = (progress: Progress, rejected: Rejected) => {
  progress.rejected.push(rejected.refusal.reason)
  progress.toKeep.push(rejected)
}

/** Records what the departments submitted, each event exactly once. It holds no person key. */
export const createRecorder = (options: RecorderOptions): Recorder => {
  const { store, keys, simulated } = options
  const verifier = admissionVerifier(keys.admission)
  const recorderKey = keys.admission['hub/recorder']
  const own = { admitter: admitterOf('recorder', recorderKey), rejectionsKey: keys.rejections }
  const recording = (recorded: Recorded) => recordingOf(recorderKey, recorded)
  const keepJunk = junkKeeper(store, own)
  const memory = streamMemory(options.memoryBytes ?? 64 * 1024 * 1024)
  const recordedTimeOf = (event: Admitted) => (simulated ? event.metadata.receivedtime : isoOf(options.now()))

  /** Junk has no time that can be trusted: in a simulated store it takes the time of what was recorded last. */
  const timeOfJunk = async (admitted: readonly Admitted[]): Promise<string> => {
    if (!simulated) return isoOf(options.now())
    const [last] = await store.readAll({ direction: 'backwards', limit: 1 })
    const stored = last && (JSON.parse(last.metadata) as Metadata).recordedtime
    return admitted.at(-1)?.metadata.receivedtime ?? stored ?? isoOf(options.now())
  }

  const planAll = async (batches: readonly StreamBatch[], states: StreamStates): Promise<PlannedWrite[]> => {
    const plan = (batch: StreamBatch) => planWrite(batch, states.of(batch.stream), { recordedTimeOf, recording })
    const plans = batches.map(plan)
    const doubtful = plans.filter((planned) => isUncertain(planned) && !states.isRead(planned.stream))
    if (doubtful.length === 0) return plans
    await states.read(doubtful.map(({ stream }) => stream))
    return plans.map((planned) => (doubtful.includes(planned) ? plan(planned.batch) : planned))
  }

  const keep = async (progress: Progress) => {
    if (progress.toKeep.length === 0) return
    const writes = progress.toKeep.map(({ event, refusal }) =>
      rejectionWrite(event, refusal, { ...own, recordedtime: recordedTimeOf(event) }),
    )
    // A conflict says that it is kept already, from before a crash.
    for (const outcome of await store.append([...new Map(writes.map((write) => [write.stream, write])).values()]))
      if (outcome.status === 'refused')
        throw new EventStoreUnavailable(`the event store does not take a rejection: ${outcome.message}`)
    progress.toKeep = []
  }

  /** One round: a write for every stream that waits. Answers what waits still. */
  const round = async (batches: readonly StreamBatch[], states: StreamStates, head: Position, progress: Progress) => {
    const plans: PlannedWrite[] = []
    for (const planned of await planAll(batches, states)) {
      const { plan, apart } = setReplacementsApart(planned)
      plans.push(plan)
      for (const rejected of apart) reject(progress, rejected)
    }
    // Before anything is appended: after a crash their target would be there, and the answer another one.
    await keep(progress)
    const writing = plans.filter(({ events }) => events.length > 0)
    const answers = writing.length > 0 ? await store.append(writing) : []
    const outcomes = new Map(answers.map((outcome, index) => [writing[index], outcome]))
    const waiting: StreamBatch[] = []
    const conflicts: string[] = []
    const settled = ({ batch, decision }: PlannedWrite) => {
      progress.recorded += decision.record.length + decision.again
      progress.duplicates += decision.duplicates
      for (const rejected of decision.reject) reject(progress, rejected)
      const rest = remaining(batch, decision.taken)
      if (rest) waiting.push(rest)
    }
    for (const plan of plans) {
      const outcome = outcomes.get(plan)
      if (!outcome) settled(plan)
      else if (outcome.status === 'refused') {
        const { batch, refused } = afterRefusal(plan, outcome.reason)
        if (batch) waiting.push(batch)
        if (refused) reject(progress, refused)
      } else if (outcome.status === 'appended' && outcome.position > head) {
        states.set(plan.stream, stateAfter(states.of(plan.stream), plan.decision.record, outcome.revision))
        settled(plan)
      } else {
        // A conflict, or a store that answers 'appended' because it knows the ids: what it holds must be read.
        conflicts.push(plan.stream)
        waiting.push(plan.batch)
      }
    }
    progress.conflicts += conflicts.length
    await states.read(conflicts)
    return waiting
  }

  const record = async (batch: readonly Delivered[]) => {
    const progress: Progress = { recorded: 0, duplicates: 0, rejected: [], conflicts: 0, toKeep: [] }
    const admitted: Admitted[] = []
    const junk: Junk[] = []
    for (const message of batch) {
      const verified = verifyMessage(message, verifier)
      if ('notAdmitted' in verified) junk.push({ message, why: verified.notAdmitted })
      else if ('refusal' in verified) reject(progress, { event: verified.admitted, refusal: verified.refusal })
      else admitted.push(verified.admitted)
    }
    if (junk.length > 0) await keepJunk(junk, await timeOfJunk(admitted))
    const rejectedBefore = await earlierRejections(store, admitted)
    const states = streamStates(store, memory)
    const head = await store.head()
    let waiting = groupByStream(admitted.filter((event) => !rejectedBefore.has(event)))
    let idle = 0
    while (waiting.length > 0) {
      const before = progress.recorded + progress.duplicates + progress.rejected.length
      waiting = await round(waiting, states, head, progress)
      idle = progress.recorded + progress.duplicates + progress.rejected.length > before ? 0 : idle + 1
      if (idle > maxIdleRounds) throw new EventStoreUnavailable('streams keep changing while they are written to')
    }
    await keep(progress)
    const { recorded, duplicates, rejected, conflicts } = progress
    return { recorded, duplicates, rejected, notAdmitted: junk.map(({ why }) => why.reason), conflicts }
  }

  return { record: oneAtATime(record) }
}
