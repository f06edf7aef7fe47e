import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AppendOutcome,
  type EventStore,
  EventStoreUnavailable,
  type NewEvent,
  type StoredEvent,
  type StreamWrite,
} from '@hub/event-store/event-store.ts'
import { hubEvent, hubSourceOf } from '@hub/event-store/hub-event.ts'
import { isoOf } from '@hub/runtime/clock.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { upcast } from '@hub/schemas/upcast.ts'
import type { Admissions } from './admissions.ts'
import type { DecidedEvent, Decider, Decision, Outcome } from './decider.ts'

/** Where decisions are read and written, and what time it is (ms since 1970). */
export type DecisionStore = Admissions & {
  store: Pick<EventStore, 'readStream'>
  append: (writes: readonly StreamWrite[]) => Promise<readonly AppendOutcome[]>
  now: () => number
}

/** Others wrote to the stream at each try: whoever asked looks at how it stands now, and asks again. */
export class DecisionContended extends Error {
  override name = 'DecisionContended'
  readonly code = 'DECISION_CONTENDED'
}

/** The stream holds what this version does not understand: deciding upon the rest would decide wrongly. */
export class StreamNotUnderstood extends Error {
  override name = 'StreamNotUnderstood'
}

/** How often a decision is tried before it gives up. */
export const mostTries = 8

type Loaded<State> = { state: State; revision: number; digests: ReadonlyMap<string, string> }

const readEvent = <Event extends DecidedEvent>(
  events: readonly EventDefinition[],
  { stream, revision, type, data }: StoredEvent,
  { id }: Metadata,
): Event => {
  const today = upcast(type, JSON.parse(data) as Record<string, unknown>)
  const definition = events.find((own) => own === today.definition)
  const parsed = definition?.data.safeParse(today.data)
  if (!definition || !parsed?.success)
    throw new StreamNotUnderstood(
      `${stream}@${revision} is an event of the type ${type} that this version does not understand: install the newer hub`,
    )
  const read: DecidedEvent = { type: definition.type, id, data: parsed.data }
  return read as Event
}

const load = async <State, Event extends DecidedEvent>(
  decider: Decider<State, Event>,
  stream: string,
  { store, verifier }: DecisionStore,
): Promise<Loaded<State>> => {
  const digests = new Map<string, string>()
  let { initial: state } = decider
  let revision = -1
  for (;;) {
    const page = await store.readStream(stream, { from: revision + 1 })
    const last = page.at(-1)
    if (!last) return { state, revision, digests }
    for (const stored of page) {
      // An event without a true admission decides nothing; the doctor and `hub views verify` name it.
      if (storedFaultOf(verifier, stored)) continue
      const metadata = JSON.parse(stored.metadata) as Metadata
      // Nor does an event of another service: a key admits only the decisions of its own service.
      if (metadata.source !== hubSourceOf(decider.service)) continue
      state = decider.evolve(state, readEvent<Event>(decider.events, stored, metadata))
      digests.set(stored.id, metadata.contentdigest)
    }
    revision = last.revision
  }
}

/**
 * Appends. Whether the store says that it has appended is only a hint: the stream is read afterwards. @throws where the
 * store never will
 */
const seemsAppended = async (write: StreamWrite, append: DecisionStore['append']): Promise<boolean> => {
  try {
    const [outcome] = await append([write])
    if (outcome?.status === 'refused') throw new Error(`the store refused a decision: ${outcome.message}`)
    return outcome?.status === 'appended'
  } catch (error) {
    if (error instanceof EventStoreUnavailable) return false
    throw error
  }
}

const digestOf = ({ metadata }: NewEvent) => (JSON.parse(metadata) as Metadata).contentdigest

/** Longer each time, and not the same for two that have met. */
const pauseMs = (tries: number) => Math.random() * 10 * 2 ** tries

/**
 * Takes a decision about a stream: loads it whole, decides, appends with the expected revision; after a conflict, and
 * where it is not known what became of the append, it loads and decides again. What the store answers to an append is
 * never taken for the truth (a repeat of the same event ids may be answered as a success, whatever else they hold): a
 * decision is taken when its events are read back with their digests.
 * @throws {DecisionContended} when others were first at every try
 * @throws {StreamNotUnderstood}
 * @throws {EventStoreUnavailable} when the stream can't be read; what was asked can be asked again
 */
export const decideAndAppend = async <State, Event extends DecidedEvent>(
  decider: Decider<State, Event>,
  stream: string,
  command: (state: State) => Decision<Event>,
  hub: DecisionStore,
): Promise<Outcome<State, Event>> => {
  const time = isoOf(hub.now())
  let events: readonly Event[] = []
  let written: readonly NewEvent[] = []
  for (let tries = 0; ; tries++) {
    const { state, revision, digests } = await load(decider, stream, hub)
    if (written.length > 0 && written.every((event) => digests.get(event.id) === digestOf(event)))
      return { status: 'decided', stream, state, events }
    const decision = command(state)
    if ('refused' in decision) return { status: 'refused', refusals: decision.refused }
    if (decision.length === 0) return { status: 'already-so', stream, state }
    if (tries === mostTries)
      throw new DecisionContended(`a decision about ${stream} met other writers ${mostTries} times`)
    const admitter = hub.admitters[decider.service]
    events = decision
    written = decision.map((event, index) =>
      hubEvent(admitter, { ...event, stream, revision: revision + 1 + index, time }),
    )
    const expectedRevision = revision < 0 ? 'no-stream' : revision
    if (!(await seemsAppended({ stream, expectedRevision, events: written }, hub.append))) await sleep(pauseMs(tries))
  }
}
