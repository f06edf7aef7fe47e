import { hubEventIdOf } from '@hub/event-store/hub-event.ts'
import { type DecisionStore, decideAndAppend } from '../decide-and-append.ts'
import type { DecisionAnswer } from '../decision-answer.ts'
import { identity, type LinkDecision, link, linkOf, streamOfPair, unlink } from './identity.ts'

const commands = { link, unlink }

/** What is decided about a pair. */
export type LinkKind = keyof typeof commands

/** Takes a decision about two person ids; the answer names the event that holds it, also where an earlier one did. */
export const decideIdentity = async (
  kind: LinkKind,
  decision: LinkDecision,
  hub: DecisionStore,
): Promise<DecisionAnswer> => {
  const stream = streamOfPair(decision.persons)
  const outcome = await decideAndAppend(identity, stream, (links) => commands[kind](decision, links), hub)
  if (outcome.status === 'refused') return outcome
  const { decidedIn } = linkOf(decision.persons, outcome.state)
  const id = outcome.status === 'decided' ? outcome.events.at(-1)?.id : decidedIn
  // A pair that was never linked is not linked, and no event says so.
  return {
    status: outcome.status,
    stream,
    ...(id === undefined ? {} : { eventId: hubEventIdOf('identity', id, stream) }),
  }
}
