import { existsSync } from 'node:fs'
import { forReading, openEventStore } from '@hub/event-store/open-event-store.ts'
import { loadOrCreateKeyFile } from '@hub/keys/key-files.ts'
import { openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { createReader } from '@hub/reading/reader.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { openViews } from '@hub/views/open-views.ts'
import { currentViewFile } from '@hub/views/view-files.ts'
import { dataFiles } from './data-files.ts'

/** Opens a data folder to read in it, beside a hub that may be running on it. @throws where there is no hub's data of this version */
export const openDataFolder = async (folder: string) => {
  const files = dataFiles(folder)
  const viewsFile = existsSync(files.store) ? currentViewFile(files.views) : undefined
  if (viewsFile === undefined)
    throw new Error(
      `${folder} has no views of this version of the hub: start the hub on it once, or name its folder by --data`,
    )
  const hubKeys = deriveHubKeys(loadOrCreateKeyFile(files.hubKey))
  const store = await openEventStore(forReading({ file: files.store }))
  const keys = await openPersonKeys({ file: files.keys, masterKeys: { file: files.masterKey } })
  const views = openViews({ file: viewsFile, readOnly: true })
  return {
    viewsFile,
    hubKeys,
    store,
    keys,
    views,
    reader: createReader({ views, store, keys, hubKeys }),
    close: async () => {
      views.close()
      await keys.close()
      await store.close()
    },
  }
}
