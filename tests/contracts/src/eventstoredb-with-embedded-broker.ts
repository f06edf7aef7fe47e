import { join } from 'node:path'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEventStoreDb } from '@hub/event-store/eventstoredb-event-store.ts'

/** The module by which processes of their own open the pair. */
export const module: string = import.meta.url

/** A place of both: the broker's folder and the event store's URL. */
export const placeOf = (folder: string, url: string): string => JSON.stringify({ folder, url })

const read = (place: string) => JSON.parse(place) as { folder: string; url: string }

/** Opens the embedded broker of a place. */
export const openBroker = async (place: string) => openEmbeddedBroker({ file: join(read(place).folder, 'queue.db') })

/** Opens the EventStoreDB adapter of a place. */
export const openEventStore = async (place: string) => openEventStoreDb({ url: read(place).url })
