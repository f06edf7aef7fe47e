import { openEventStoreDb } from '@hub/event-store/eventstoredb-event-store.ts'

/** The module by which processes of their own open the adapter; the place is the server's URL. */
export const module: string = import.meta.url

/** Opens the EventStoreDB adapter. */
export const openEventStore = async (url: string) => openEventStoreDb({ url })
