import { type Broker, BrokerUnavailable, QueueFull } from '@hub/broker/broker.ts'
import { KeysUnavailable } from '@hub/keys/person-keys.ts'
import { type Problem, problem } from '@hub/runtime/problem.ts'
import { type Admission, type AdmitContext, admit } from './admit.ts'

export type SubmitContext = AdmitContext & { broker: Pick<Broker, 'publish'> }

/** What became of one event at the intake. */
export type Item =
  | { id: string; status: 'accepted'; receipt: string; stream: string; eventId: string }
  | { id: string | undefined; status: 'refused'; problem: Problem }
  /** Nothing speaks against it, but it may not have been taken; sending it again is safe. */
  | { id: string | undefined; status: 'retry'; problem: Problem }

/** Whether a fault passes by itself. */
const passes = (error: unknown) =>
  error instanceof BrokerUnavailable || error instanceof QueueFull || error instanceof KeysUnavailable

const itemOf = (admission: Admission): Item => {
  const { id } = admission
  if ('faults' in admission) return { id, status: 'refused', problem: problem('EVENT_REFUSED', admission.faults) }
  const { receipt, stream, eventId } = admission
  return { id: admission.id, status: 'accepted', receipt, stream, eventId }
}

/** Admits events and publishes those admitted at once. Resolves when they are durable; one item an event, in order. */
export const submit = async (events: readonly unknown[], context: SubmitContext): Promise<readonly Item[]> => {
  let admissions: readonly Admission[]
  try {
    admissions = await admit(events, context)
  } catch (error) {
    if (!passes(error)) throw error
    return events.map(() => ({ id: undefined, status: 'retry', problem: problem('UNAVAILABLE') }))
  }
  const messages = admissions.flatMap((admission) => ('message' in admission ? [admission.message] : []))
  try {
    if (messages.length > 0) await context.broker.publish(messages)
  } catch (error) {
    if (!passes(error)) throw error
    return admissions.map((admission) =>
      'faults' in admission
        ? itemOf(admission)
        : { id: admission.id, status: 'retry', problem: problem('UNAVAILABLE') },
    )
  }
  return admissions.map(itemOf)
}

/** How many items have each status. */
export const countItems = (items: readonly Item[]) => {
  const counts = { accepted: 0, refused: 0, retry: 0 }
  for (const { status } of items) counts[status]++
  return counts
}
