import { type EventStorePlace, forReading, openEventStore } from '@hub/event-store/open-event-store.ts'
import { openPersonKeys, type PersonKeysPlace } from '@hub/keys/open-person-keys.ts'
import type { GatewayKeys } from '@hub/schemas/format/service-keys.ts'
import { verifiedStore } from './verified-store.ts'

/** What views are made from. Plain data, so that a thread can be given it. */
export type ViewsSettings = { store: EventStorePlace; keys: PersonKeysPlace; hubKeys: GatewayKeys }

/** Opens what views are made from, for one thread. */
export const openViewsEngines = async (settings: ViewsSettings) => {
  const store = await openEventStore(forReading(settings.store))
  try {
    const keys = await openPersonKeys(settings.keys)
    const close = async () => {
      await keys.close()
      await store.close()
    }
    const { hubKeys } = settings
    return { store: verifiedStore(store, hubKeys.admission), keys, hubKeys, close }
  } catch (error) {
    await store.close()
    throw error
  }
}
