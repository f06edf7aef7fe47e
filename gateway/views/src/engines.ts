import { type EventStorePlace, forReading, openEventStore } from '@hub/event-store/open-event-store.ts'
import { openPersonKeys, type PersonKeysPlace } from '@hub/keys/open-person-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'

/** What views are made from. Plain data, so that a thread can be given it. */
export type ViewsSettings = { store: EventStorePlace; keys: PersonKeysPlace; hubKey: Uint8Array }

/** Opens what views are made from, for one thread. */
export const openViewsEngines = async (settings: ViewsSettings) => {
  const store = await openEventStore(forReading(settings.store))
  try {
    const keys = await openPersonKeys(settings.keys)
    const close = async () => {
      await keys.close()
      await store.close()
    }
    return { store, keys, hubKeys: deriveHubKeys(settings.hubKey), close }
  } catch (error) {
    await store.close()
    throw error
  }
}
