import { hubEventIdOf } from '@hub/event-store/hub-event.ts'
import { upcast } from '@hub/schemas/upcast.ts'
import { expect } from 'vitest'
import type { DecidedEvent, Decider, Decision, Refusal } from './decider.ts'

/** A command as it stands before the state that it is given. */
export type Command<State, Event extends DecidedEvent> = (state: State) => Decision<Event>

const eventsOf = <Event extends DecidedEvent>(decision: Decision<Event>): readonly Event[] => {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.map(({ code }) => code).join(', ')}`)
  return decision
}

/**
 * What must hold of every decision, whatever it comes to: it is pure, its events are what the vocabulary allows, none has
 * an id that stands in the stream already, and twice is once.
 */
export const expectLawful = <State, Event extends DecidedEvent>(
  decider: Decider<State, Event>,
  before: readonly Event[],
  command: Command<State, Event>,
): Decision<Event> => {
  const fold = (events: readonly Event[]) => events.reduce(decider.evolve, decider.initial)
  const state = fold(before)
  const decision = command(state)
  expect(command(state), 'the same decision gives the same events, with the same ids').toEqual(decision)
  expect(state, 'a decision leaves the state as it was').toEqual(fold(before))
  if ('refused' in decision) return decision
  for (const { type, data } of decision) {
    const { definition } = upcast(type, data)
    expect(decider.events, `${type} is among the events of the aggregate`).toContain(definition)
    expect(definition?.data.safeParse(data).error).toBeUndefined()
  }
  const ids = [...before, ...decision].map(({ id }) => hubEventIdOf(decider.service, id, 'stream'))
  expect(new Set(ids).size, 'every event of a stream has an id of its own').toBe(ids.length)
  expect(command(fold([...before, ...decision])), 'twice is once').toEqual([])
  return decision
}

/**
 * The specification of an aggregate: given what has happened, when a command is given, then these events, nothing, or
 * these refusals. Each use also holds the decision against `expectLawful`.
 *
 * @example
 * const { given } = specificationOf(identity)
 * given(linked).when((links) => unlink(decision, links)).thenEvents(unlinked)
 */
export const specificationOf = <State, Event extends DecidedEvent>(decider: Decider<State, Event>) => ({
  given: (...before: readonly Event[]) => ({
    when: (command: Command<State, Event>) => {
      const decision = expectLawful(decider, before, command)
      return {
        thenEvents: (...expected: readonly Event[]) => {
          expect(expected, 'nothing is said by `thenNothing`').not.toEqual([])
          expect(eventsOf(decision)).toEqual(expected)
        },
        thenNothing: () => expect(eventsOf(decision)).toEqual([]),
        thenRefused: (...expected: readonly Refusal[]) => expect(decision).toEqual({ refused: expected }),
      }
    },
  }),
})
