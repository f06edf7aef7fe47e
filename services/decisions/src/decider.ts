import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { DecidingService } from '@hub/schemas/format/service-keys.ts'
import type { DecisionRefusalCode } from './refusals.ts'

/**
 * An event as it is decided. `id` names what is decided (which decision, which step, which attempt) and never what asked
 * for it: together with the stream it gives the event id, so that the same decision taken twice is one event. No clock
 * reading stands in `data`.
 */
export type DecidedEvent = {
  readonly type: string
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What speaks against a decision, and where (JSON Pointer) in what was asked. */
export type Refusal = { readonly code: DecisionRefusalCode; readonly pointer: string }

/** What a command comes to: the events to append, none when it is so already; or why it does not stand. */
export type Decision<Event extends DecidedEvent> = readonly Event[] | { readonly refused: readonly Refusal[] }

/**
 * An aggregate, pure: what its streams hold and how they are read. Its commands stand beside it, one function each, state
 * last. Clock, ids and looked-up facts come in as arguments.
 */
export type Decider<State, Event extends DecidedEvent> = {
  /** The service that decides; its events have the source `/hub/<service>`. */
  readonly service: DecidingService
  /** Every type of event that its streams hold. */
  readonly events: readonly EventDefinition[]
  readonly initial: State
  evolve(state: State, event: Event): State
}

/** What became of a command. `state` is that of the stream when it was read last; `events` those that this command added. */
export type Outcome<State, Event extends DecidedEvent> =
  | { readonly status: 'decided'; readonly stream: string; readonly state: State; readonly events: readonly Event[] }
  | { readonly status: 'already-so'; readonly stream: string; readonly state: State }
  | { readonly status: 'refused'; readonly refusals: readonly Refusal[] }
