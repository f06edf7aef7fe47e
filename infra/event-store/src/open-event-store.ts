import { openEmbeddedEventStore } from './embedded-event-store.ts'
import type { EventStore } from './event-store.ts'

/** Where the event store is. Plain data, so that a thread can be given it. */
export type EventStorePlace =
  /** A SQLite file; `readOnly` for the threads that only read. */
  { file: string; readOnly?: boolean }

/** Opens the event store at its place. @throws {EventStoreUnavailable} */
export const openEventStore = async (place: EventStorePlace): Promise<EventStore> => openEmbeddedEventStore(place)

/** The same place for a thread that only reads. */
export const forReading = (place: EventStorePlace): EventStorePlace => ({ ...place, readOnly: true })
