import type { StreamSpan } from '@hub/event-store/event-store.ts'
import type { Fact } from '@hub/file/fact.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import { openEvents } from './open-events.ts'
import type { Views } from './open-views.ts'
import { type ParsedEvent, parseEvent } from './read-fact.ts'
import type { VerifiedStore } from './verified-store.ts'

/** Where an event stands in the store, and in the count of the views. */
export type Place = { stream: string; revision: number; ordinal: number; knownTime: string }

/** Revisions that lie in between are read along where they are fewer than this: one span is cheaper than two. */
const widestGap = 16

/** Spans of the streams that hold all places, and little else. */
const spansOf = (places: readonly Place[]): StreamSpan[] =>
  [...Map.groupBy(places, ({ stream }) => stream)].flatMap(([stream, own]) => {
    const spans: StreamSpan[] = []
    for (const revision of own.map((place) => place.revision).sort((one, other) => one - other)) {
      const last = spans.at(-1)
      if (last && revision - last.to <= widestGap) last.to = revision
      else spans.push({ stream, from: revision, to: revision })
    }
    return spans
  })

/** The stored events at these places that are as they were admitted, all read at once, in the order of the places. */
export const eventsAt = async (store: VerifiedStore, places: readonly Place[]): Promise<ParsedEvent[]> => {
  if (places.length === 0) return []
  const stored = await store.readSpans(spansOf(places))
  const byPlace = new Map(stored.map((event) => [`${event.stream} ${event.revision}`, event]))
  return places.flatMap(({ stream, revision, ordinal, knownTime }) => {
    const event = byPlace.get(`${stream} ${revision}`)
    const verified = event && store.verified(event)
    return verified && 'metadata' in verified ? [parseEvent(event, verified.metadata, { ordinal, knownTime })] : []
  })
}

/** The facts of events, opened as far as the keys go. */
export const openedFacts = async (keys: PersonKeys, events: readonly ParsedEvent[]): Promise<readonly Fact[]> =>
  (await openEvents(keys, events)).facts

/** The facts at these places, opened as far as the keys go. */
export const factsAt = async (
  store: VerifiedStore,
  keys: PersonKeys,
  places: readonly Place[],
): Promise<readonly Fact[]> => openedFacts(keys, await eventsAt(store, places))

/** Where the events of these persons stand, up to an ordinal. */
export const placesOfPersons = (
  views: Views,
  persons: readonly string[],
  ordinal: number,
): (Place & { person: string })[] =>
  views
    .statement(
      `SELECT person, stream, revision, ordinal, known_time AS knownTime FROM facts
       WHERE person IN (SELECT value FROM json_each(?)) AND known_from = ordinal AND ordinal <= ?
       ORDER BY ordinal`,
    )
    .all(JSON.stringify(persons), ordinal) as (Place & { person: string })[]
