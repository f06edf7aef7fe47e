import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { EntryTooLarge } from '@hub/event-store/hub-event.ts'
import { type Problem, problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import type { FastifyReply } from 'fastify'
import { DecisionContended } from './decide-and-append.ts'
import type { Refusal } from './decider.ts'
import { decisionRefusals, isDelay, refusalFault } from './refusals.ts'

/**
 * A decision that stands: taken now, or earlier. `eventId` is that of the event that holds it, so that a repeat is
 * answered with the first one's; missing where no event was ever needed. `More` is what a decision tells besides.
 */
export type DecisionTaken<More extends object = object> = {
  readonly status: 'decided' | 'already-so'
  readonly stream: string
  readonly eventId?: string
} & More

/** What whoever asked for a decision is answered, in one form for all of them. */
export type DecisionAnswer<More extends object = object> =
  | DecisionTaken<More>
  | { readonly status: 'refused'; readonly refusals: readonly Refusal[] }

/** The refusals as a problem: what was asked has to change, or the same can be asked again later. */
export const problemOf = (refusals: readonly Refusal[]): Problem =>
  problem(
    refusals.some(({ code }) => !isDelay(code)) ? decisionRefusals.DECISION_REFUSED : decisionRefusals.DECISION_NOT_NOW,
    refusals.map(({ code, pointer }) => refusalFault(code, pointer)),
  )

/** The refusal of a decision that met other writers or no store, or that no entry can hold; other faults are thrown on. */
const refusalOfFault = (fault: unknown): Refusal => {
  if (fault instanceof DecisionContended) return { code: fault.code, pointer: '' }
  if (fault instanceof EntryTooLarge) return { code: 'DECISION_TOO_LARGE', pointer: '' }
  if (fault instanceof EventStoreUnavailable) return { code: 'STORE_AWAY', pointer: '' }
  throw fault
}

/** Answers a request with what a decision comes to; `taken` says how one that stands is answered. */
export const sendDecision = async <More extends object>(
  reply: FastifyReply,
  decision: Promise<DecisionAnswer<More>>,
  taken: (answer: DecisionTaken<More>) => { status: number; body: object },
) => {
  const answer = await decision.catch((fault: unknown) => ({
    status: 'refused' as const,
    refusals: [refusalOfFault(fault)],
  }))
  if (answer.status === 'refused') return sendProblem(reply, problemOf(answer.refusals))
  const { status, body } = taken(answer)
  return reply.code(status).send(body)
}
