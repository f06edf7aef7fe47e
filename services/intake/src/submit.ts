import { type Broker, BrokerUnavailable, type Message, QueueFull } from '@hub/broker/broker.ts'
import { type Fault, httpRefusals, type Problem, problem } from '@hub/runtime/problem.ts'
import { type Admission, type AdmitContext, admit } from './admit.ts'
import { firstFaults } from './fault.ts'
import { namesForSender } from './names-for-sender.ts'
import type { Read } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'

export type SubmitContext = AdmitContext & { broker: Pick<Broker, 'publish'> }

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
  | { id: string; status: 'retry'; problem: Problem }

/** Most faults that are told of the events of one request; of each refused event at least one is. */
const mostFaultsOfAnswer = 2_000

const retryOf = (id: string): Item => ({ id, status: 'retry', problem: problem(httpRefusals.UNAVAILABLE) })

type Published = 'published' | 'not-published' | 'trial'

const itemOf = (admission: Admission, published: Published, faultsLeft: { count: number }): Item => {
  if ('faults' in admission) {
    const faults = firstFaults(admission.faults, Math.max(1, faultsLeft.count))
    faultsLeft.count -= faults.length
    return { id: admission.id, status: 'refused', problem: problem(requestRefusals.EVENT_REFUSED, faults) }
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

/**
 * Admits events and publishes those admitted at once. Resolves when they are durable; one item an event, in order. In a
 * dry run nothing is published.
 */
export const submit = async (events: readonly unknown[], context: SubmitContext): Promise<readonly Item[]> => {
  const admissions = await admit(events, context)
  const messages = admissions.flatMap((admission) => ('message' in admission ? [admission.message] : []))
  const published = context.trial ? 'trial' : await publish(context.broker, messages)
  const faultsLeft = { count: mostFaultsOfAnswer }
  return admissions.map((admission) => itemOf(admission, published, faultsLeft))
}

/** The same for what was read one by one: what could not be read is refused in its place. */
export const submitRead = async (reads: readonly Read[], context: SubmitContext): Promise<readonly Item[]> => {
  const items = await submit(
    reads.flatMap((read) => ('value' in read ? [read.value] : [])),
    context,
  )
  let next = 0
  return reads.map((read) =>
    'value' in read
      ? items[next++]!
      : { id: undefined, status: 'refused', problem: problem(read.refused, read.faults) },
  )
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
