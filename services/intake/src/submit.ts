import { type Broker, BrokerUnavailable, type Message, QueueFull } from '@hub/broker/broker.ts'
import { httpRefusals, type Problem, problem } from '@hub/runtime/problem.ts'
import { type Admission, type AdmitContext, admit } from './admit.ts'
import { firstFaults } from './fault.ts'
import { namesForSender } from './names-for-sender.ts'
import { requestRefusals } from './request-refusals.ts'

export type SubmitContext = AdmitContext & { broker: Pick<Broker, 'publish'> }

/** What became of one event at the intake. */
export type Item =
  /** `stream` and `eventId` are told where the stream is no person's. */
  | { id: string; status: 'accepted'; receipt: string; stream?: string; eventId?: string }
  | { id: string | undefined; status: 'refused'; problem: Problem }
  /** Nothing speaks against it, but it may not have been taken; sending it again is safe. */
  | { id: string; status: 'retry'; problem: Problem }

/** Most faults that are told of the events of one request; of each refused event at least one is. */
const mostFaultsOfAnswer = 2_000

const retryOf = (id: string): Item => ({ id, status: 'retry', problem: problem(httpRefusals.UNAVAILABLE) })

const itemOf = (admission: Admission, published: boolean, faultsLeft: { count: number }): Item => {
  if ('faults' in admission) {
    const faults = firstFaults(admission.faults, Math.max(1, faultsLeft.count))
    faultsLeft.count -= faults.length
    return { id: admission.id, status: 'refused', problem: problem(requestRefusals.EVENT_REFUSED, faults) }
  }
  if ('retry' in admission || !published) return retryOf(admission.id)
  const { id, receipt } = admission
  return { id, status: 'accepted', receipt, ...namesForSender(admission) }
}

/** Whether the messages are durable now; false when the queue can't take them at the moment. */
const publish = async (broker: SubmitContext['broker'], messages: readonly Message[]): Promise<boolean> => {
  if (messages.length === 0) return true
  try {
    await broker.publish(messages)
    return true
  } catch (error) {
    if (error instanceof BrokerUnavailable || error instanceof QueueFull) return false
    throw error
  }
}

/** Admits events and publishes those admitted at once. Resolves when they are durable; one item an event, in order. */
export const submit = async (events: readonly unknown[], context: SubmitContext): Promise<readonly Item[]> => {
  const admissions = await admit(events, context)
  const messages = admissions.flatMap((admission) => ('message' in admission ? [admission.message] : []))
  const published = await publish(context.broker, messages)
  const faultsLeft = { count: mostFaultsOfAnswer }
  return admissions.map((admission) => itemOf(admission, published, faultsLeft))
}

/** How many items have each status. */
export const countItems = (items: readonly Item[]) => {
  const counts = { accepted: 0, refused: 0, retry: 0 }
  for (const { status } of items) counts[status]++
  return counts
}
