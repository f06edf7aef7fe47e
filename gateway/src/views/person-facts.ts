import type { EventStore, StoredEvent } from '@hub/event-store/event-store.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import type { Fact } from '../file/fact.ts'
import type { Views } from './open-views.ts'
import { factOf, type ParsedEvent, parseEvent, personsSealedIn } from './read-fact.ts'

/** Where an event stands in the store, and in the count of the views. */
export type Place = { stream: string; revision: number; ordinal: number; knownTime: string }

const pageSize = 1000
/** Against a store that is another process each reading is a round trip; side by side they are one. */
const streamsAtOnce = 32

/** Events of a stream between two revisions, both inclusive. */
const readBetween = async (store: EventStore, stream: string, from: number, to: number): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = []
  for (let next = from; next <= to; ) {
    const page = await store.readStream(stream, { from: next, limit: Math.min(pageSize, to - next + 1) })
    events.push(...page)
    const last = page.at(-1)
    if (!last) break
    next = last.revision + 1
  }
  return events
}

/** The stored events at these places, read stream by stream and several streams at once, in the order of the places. */
export const eventsAt = async (store: EventStore, places: readonly Place[]): Promise<ParsedEvent[]> => {
  const found = new Map<number, ParsedEvent>()
  const readOne = async ([stream, own]: [string, Place[]]) => {
    const revisions = own.map(({ revision }) => revision)
    const events = await readBetween(store, stream, Math.min(...revisions), Math.max(...revisions))
    const byRevision = new Map(events.map((event) => [event.revision, event]))
    for (const { revision, ordinal, knownTime } of own) {
      const event = byRevision.get(revision)
      if (event) found.set(ordinal, parseEvent(event, { ordinal, knownTime }))
    }
  }
  const streams = [...Map.groupBy(places, ({ stream }) => stream)]
  for (let from = 0; from < streams.length; from += streamsAtOnce)
    await Promise.all(streams.slice(from, from + streamsAtOnce).map(readOne))
  return places.map(({ ordinal }) => found.get(ordinal)).filter((event) => event !== undefined)
}

/** The facts of events with their personal fields opened. */
export const openedFacts = async (keys: PersonKeys, events: readonly ParsedEvent[]): Promise<Fact[]> => {
  const found = await keys.find(personsSealedIn(events))
  return events.map((event) => factOf(event, found))
}

/** The facts at these places with their personal fields opened. */
export const factsAt = async (store: EventStore, keys: PersonKeys, places: readonly Place[]): Promise<Fact[]> =>
  openedFacts(keys, await eventsAt(store, places))

/** Where the events of these persons stand, up to an ordinal; what departments and the hub say of them, reads left out. */
export const placesOfPersons = (
  views: Views,
  persons: readonly string[],
  ordinal: number,
): (Place & { person: string })[] =>
  views
    .statement(
      `SELECT person, stream, revision, ordinal, known_time AS knownTime FROM facts
       WHERE person IN (SELECT value FROM json_each(?)) AND known_from = ordinal AND ordinal <= ? AND stream NOT LIKE 'access-%'
       ORDER BY ordinal`,
    )
    .all(JSON.stringify(persons), ordinal) as (Place & { person: string })[]
