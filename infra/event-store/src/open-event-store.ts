import type { EventStore } from './event-store.ts'

/** Where the event store is. Plain data, so that a thread can be given it. */
export type EventStorePlace =
  /** A SQLite file; `readOnly` for the threads that only read. */
  | { file: string; readOnly?: boolean }
  /** An EventStoreDB or KurrentDB: the client's connection string. */
  | { url: string }

/**
 * Opens the event store at its place, and loads that engine alone.
 * @throws {EventStoreUnavailable | TypeError} the latter for a URL that can't be read
 */
export const openEventStore = async (place: EventStorePlace): Promise<EventStore> => {
  if ('file' in place) {
    const { openEmbeddedEventStore } = await import('./embedded-event-store.ts')
    return openEmbeddedEventStore(place)
  }
  const { openEventStoreDb } = await import('./eventstoredb-event-store.ts')
  return openEventStoreDb(place)
}

/** The same place for a thread that only reads. */
export const forReading = (place: EventStorePlace): EventStorePlace =>
  'url' in place ? place : { ...place, readOnly: true }
