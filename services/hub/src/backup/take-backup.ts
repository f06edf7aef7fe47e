import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFiles } from '../data-files.ts'
import { copyDatabase, countPersons, liveHead, readStoreFacts, syncPath } from './copied-database.ts'
import { fingerprintOf, type Manifest, manifestFile } from './manifest.ts'

/**
 * Backs up a data folder into a new folder, also while a hub runs on it: the events with the queue, then the persons'
 * keys, so that no event is there without its key. Neither `hub.key` nor `master.key` goes with it.
 * @throws where the folder is not empty, or a copy is not sound; what is there then is no backup
 */
export const takeBackup = async (options: { dataFolder: string; folder: string }): Promise<Manifest> => {
  const { dataFolder, folder } = options
  const files = dataFiles(dataFolder)
  for (const file of [files.store, files.keys])
    if (!existsSync(file)) throw new Error(`${file} is not there: name the data folder of a hub by --data`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: a backup has a folder of its own`)
  const [store, keys] = [join(folder, 'store.db'), join(folder, 'keys.db')]
  const before = liveHead(files.store)
  await copyDatabase(files.store, store)
  await copyDatabase(files.keys, keys)
  const facts = readStoreFacts(store)
  if (facts.head < before)
    throw new Error(`the copy in ${folder} ends before the store did when it began: take the backup again`)
  const manifest: Manifest = {
    backup: 1,
    takenAt: new Date().toISOString(),
    ...facts,
    persons: countPersons(keys),
    files: { 'store.db': await fingerprintOf(store), 'keys.db': await fingerprintOf(keys) },
  }
  writeFileSync(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  syncPath(manifestFile(folder))
  syncPath(folder)
  return manifest
}
