import { existsSync } from 'node:fs'
import { loadKeyFile } from '@hub/keys/key-files.ts'
import { anybody } from '@hub/reading/caller.ts'
import { hasViews, openReading } from '@hub/reading/open-reading.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { dataFiles } from './data-files.ts'

/**
 * Opens a data folder for whoever has the command and its keys, beside a hub that may be running on it.
 * @throws where there is no hub's data of this version
 */
export const openDataFolder = async (folder: string) => {
  const files = dataFiles(folder)
  if (!existsSync(files.store) || !hasViews(files.views))
    throw new Error(
      `${folder} has no views of this version of the hub: start the hub on it once, or name its folder by --data`,
    )
  const hubKeys = deriveHubKeys(loadKeyFile(files.hubKey))
  const keys = { file: files.keys, masterKeys: { file: files.masterKey } }
  const reading = await openReading(
    { store: { file: files.store }, keys, hubKeys, views: files.views },
    anybody('command'),
  )
  return { ...reading, hubKeys }
}
