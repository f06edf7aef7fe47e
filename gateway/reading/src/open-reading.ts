import { type EventStorePlace, forReading, openEventStore } from '@hub/event-store/open-event-store.ts'
import { readFounding } from '@hub/event-store/read-founding.ts'
import { openPersonKeys, type PersonKeysPlace } from '@hub/keys/open-person-keys.ts'
import type { GatewayKeys } from '@hub/schemas/format/service-keys.ts'
import { openViews } from '@hub/views/open-views.ts'
import { verifiedStore } from '@hub/views/verified-store.ts'
import { type VerifyProgress, verifyViews } from '@hub/views/verify/verify-views.ts'
import { currentViewFile } from '@hub/views/view-files.ts'
import type { Caller } from './caller.ts'
import { openDoor } from './door.ts'

export type { VerifyProgress }

/** Where the event store, the keys and the views are. */
export type ReadingPlaces = {
  store: EventStorePlace
  keys: PersonKeysPlace
  hubKeys: GatewayKeys
  /** The folder of the views. */
  views: string
}

/** Whether a folder holds views that this version of the hub reads. */
export const hasViews = (folder: string): boolean => currentViewFile(folder) !== undefined

/**
 * Opens views that are there already, for one caller, beside a hub that may be running on them; nothing is written.
 * @throws where there are none of this version of the hub
 */
export const openReading = async (
  { store: storePlace, keys: keysPlace, hubKeys, views: folder }: ReadingPlaces,
  caller: Caller,
) => {
  const viewsFile = currentViewFile(folder)
  if (viewsFile === undefined)
    throw new Error(`${folder} has no views of this version of the hub: start the hub on it once`)
  const store = verifiedStore(await openEventStore(forReading(storePlace)), hubKeys.admission)
  const keys = await openPersonKeys(keysPlace)
  const views = openViews({ file: viewsFile, readOnly: true })
  const storeId = await readFounding(store)
  return {
    reader: openDoor({ views, store, keys, hubKeys, storeId }).readerFor(caller),
    /** Builds the views anew beside the live ones, and tells every difference. */
    verify: (told: Pick<Parameters<typeof verifyViews>[0], 'onProgress' | 'onDifference' | 'onFaulty'>) =>
      verifyViews({ viewsFile, hubKeys, store, keys, ...told }),
    close: async () => {
      views.close()
      await keys.close()
      await store.close()
    },
  }
}
