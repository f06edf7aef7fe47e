import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadKeyFile } from '@hub/keys/key-files.ts'
import { masterKeysIn, openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import { dataFiles } from '../data-files.ts'
import { copyDatabase, readStoreFacts, syncPath } from './copied-database.ts'
import { checkFiles, type Manifest, readManifest } from './manifest.ts'

export type Restored = Manifest & {
  /** The folder had persons' keys of its own: they are newer than the backup's, and know who was erased since. */
  keptKeys: boolean
}

const checkKeyFiles = ({ hubKey, masterKey }: ReturnType<typeof dataFiles>, { hubKeyFingerprint }: Manifest) => {
  const missing = [hubKey, masterKey].filter((file) => !existsSync(file))
  if (missing.length > 0)
    throw new Error(
      `put ${missing.join(' and ')} there first: a backup does not hold these keys, and is nothing without`,
    )
  if (deriveHubKeys(loadKeyFile(hubKey)).fingerprint !== hubKeyFingerprint)
    throw new Error(`${hubKey} is not the key that this store was founded with: bring the right one`)
}

/**
 * Puts a backup into a data folder that has its key files and no store. Everything is checked before the store is
 * there: the bytes, the pages, the count and the last position, the keys. Views that tell of more than it holds are
 * built anew at the next start.
 * @throws and leaves no store behind
 */
export const restoreBackup = async (options: { folder: string; dataFolder: string }): Promise<Restored> => {
  const { folder, dataFolder } = options
  const manifest = readManifest(folder)
  await checkFiles(folder, manifest)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const lock = lockDataFolder(dataFolder)
  const files = dataFiles(dataFolder)
  const drafts = { store: `${files.store}.restoring`, keys: `${files.keys}.restoring` }
  try {
    if (existsSync(files.store))
      throw new Error(`${files.store} is there already: name another folder, or move that store away yourself`)
    checkKeyFiles(files, manifest)
    await copyDatabase(join(folder, 'store.db'), drafts.store)
    const facts = readStoreFacts(drafts.store)
    if (facts.events !== manifest.events || facts.head !== manifest.head || facts.store !== manifest.store)
      throw new Error(`what was restored is not what was backed up: ${facts.events} of ${manifest.events} events`)
    const keptKeys = existsSync(files.keys)
    if (!keptKeys) copyFileSync(join(folder, 'keys.db'), drafts.keys)
    // Throws where they do not open under the master key.
    const keys = await openPersonKeys({
      file: keptKeys ? files.keys : drafts.keys,
      masterKeys: masterKeysIn(files.masterKey),
    })
    await keys.close()
    if (!keptKeys) renameSync(drafts.keys, files.keys)
    syncPath(files.keys)
    // Last: a folder with a store is a whole one.
    renameSync(drafts.store, files.store)
    syncPath(dataFolder)
    return { ...manifest, keptKeys }
  } finally {
    for (const draft of Object.values(drafts))
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draft + suffix, { force: true })
    lock.release()
  }
}
