import { openEmbeddedEventStore } from './embedded-event-store.ts'
import type { EventStore } from './event-store.ts'
import { openEventStoreDb } from './eventstoredb-event-store.ts'

/** Where the event store is. Plain data, so that a thread can be given it. */
export type EventStorePlace =
  /** A SQLite file; `readOnly` for the threads that only read. */
  | { file: string; readOnly?: boolean }
  /** An EventStoreDB or KurrentDB: the client's connection string. */
  | { url: string }

/** Opens the event store at its place. @throws {EventStoreUnavailable | TypeError} the latter for a URL that can't be read */
export const openEventStore = async (place: EventStorePlace): Promise<EventStore> =>
  'url' in place ? openEventStoreDb(place) : openEmbeddedEventStore(place)

/** The same place for a thread that only reads. */
export const forReading = (place: EventStorePlace): EventStorePlace =>
  'url' in place ? place : { ...place, readOnly: true }
