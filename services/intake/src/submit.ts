import { type Broker, BrokerUnavailable, type Message, QueueFull } from '@hub/broker/broker.ts'
import { type Fault, httpRefusals, type Problem, problem } from '@hub/runtime/problem.ts'
import type { AdmitContext } from './admit.ts'
import { namesForSender } from './names-for-sender.ts'
import { bytesOfWork, type Outcome, type Prepared, prepare, type Work } from './prepare.ts'
import type { Refused } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'
import type { IntakeThreads } from './threads/intake-threads.ts'

export type SubmitContext = AdmitContext & {
  broker: Pick<Broker, 'publish'>
  /** Read, check and seal what is large; missing: the thread that listens does. */
  threads?: IntakeThreads | undefined
}

/** What became of one event at the intake. */
export type Item =
  /** `stream` and `eventId` are told where the stream is no person's, `notices` where there are any. */
  | {
      id: string
      status: 'accepted'
      receipt: string
      stream?: string
      eventId?: string
      notices?: readonly Fault[]
    }
  /** In a dry run: it would have been accepted. */
  | { id: string; status: 'acceptable'; stream?: string; eventId?: string; notices?: readonly Fault[] }
  | { id: string | undefined; status: 'refused'; problem: Problem }
  /** Nothing speaks against it, but it may not have been taken; sending it again is safe. */
  | { id: string | undefined; status: 'retry'; problem: Problem }

/** What may not have been taken. */
export const retryOf = (id: string | undefined): Item => ({
  id,
  status: 'retry',
  problem: problem(httpRefusals.UNAVAILABLE),
})

type Published = 'published' | 'not-published' | 'trial'

const itemOf = (admission: Outcome, published: Published): Item => {
  if ('refused' in admission)
    return { id: undefined, status: 'refused', problem: problem(admission.refused, admission.faults) }
  if ('faults' in admission)
    return {
      id: admission.id,
      status: 'refused',
      problem: problem(requestRefusals.EVENT_REFUSED, admission.faults),
    }
  if ('retry' in admission || published === 'not-published') return retryOf(admission.id)
  const { id, receipt, notices } = admission
  const told = { ...namesForSender(admission), ...(notices.length > 0 ? { notices } : {}) }
  return published === 'trial' ? { id, status: 'acceptable', ...told } : { id, status: 'accepted', receipt, ...told }
}

/** Whether the messages are durable now; they are not when the queue can't take them at the moment. */
const publish = async (broker: SubmitContext['broker'], messages: readonly Message[]): Promise<Published> => {
  if (messages.length === 0) return 'published'
  try {
    await broker.publish(messages)
    return 'published'
  } catch (error) {
    if (error instanceof BrokerUnavailable || error instanceof QueueFull) return 'not-published'
    throw error
  }
}

/** Work of fewer bytes is done in the thread that listens: to hand it over would take longer. */
const leastForThread = 8 * 1024

const prepareWork = (work: Work, context: SubmitContext): Promise<Prepared> => {
  const { threads, department, trial = false, clock } = context
  return threads && bytesOfWork(work) >= leastForThread
    ? threads.prepare(work, { department, trial, clockKind: clock.kind, now: clock.now() })
    : prepare(work, context)
}

/** What has come, taken: one item an event, in order; or why the whole of it is none. */
export type Taken = Refused | { kind: 'event' | 'batch'; items: readonly Item[] }

/**
 * Prepares what has come and publishes what is admitted of it at once. Resolves when that is durable. In a dry run
 * nothing is published.
 * @throws {ThreadEnded} when a thread has ended over it: nothing of it was published then
 */
export const take = async (work: Work, context: SubmitContext): Promise<Taken> => {
  const prepared = await prepareWork(work, context)
  if ('refused' in prepared) return prepared
  const { kind, outcomes } = prepared
  const messages = outcomes.flatMap((outcome) => ('message' in outcome ? [outcome.message] : []))
  const published = context.trial ? 'trial' : await publish(context.broker, messages)
  return { kind, items: outcomes.map((outcome) => itemOf(outcome, published)) }
}

type Count = Record<Item['status'], number>

/** How many events came to each end: in a dry run `acceptable` stands where else `accepted` does. */
export const countsTold = ({ accepted, acceptable, refused, retry }: Count, trial = false) =>
  trial ? { acceptable, refused, retry } : { accepted, refused, retry }

/** How many items have each status. */
export const countItems = (items: readonly Item[], trial = false) => {
  const count = { accepted: 0, acceptable: 0, refused: 0, retry: 0 }
  for (const { status } of items) count[status]++
  return countsTold(count, trial)
}
