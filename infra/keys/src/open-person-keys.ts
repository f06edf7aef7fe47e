import { existsSync } from 'node:fs'
import { SettingsUnusable } from '@hub/runtime/settings.ts'
import { loadOrCreateKeyFile } from './key-files.ts'
import { type MasterKeysPlace, openMasterKeys } from './master-keys.ts'
import type { KeptPersonKeys } from './person-keys.ts'

/** Where the persons' keys are, and what wraps them. Plain data, so that a thread can be given it. */
export type PersonKeysPlace = { masterKeys: MasterKeysPlace } & (
  | /** A SQLite file. */ { file: string }
  | /** A PostgreSQL database. */ { url: string }
)

/** Opens the persons' keys at their place, and loads that engine alone. @throws {KeysUnavailable | KeyFileUnusable} */
export const openPersonKeys = async (place: PersonKeysPlace): Promise<KeptPersonKeys> => {
  const masterKey = openMasterKeys(place.masterKeys)
  if ('file' in place) {
    const { openEmbeddedPersonKeys } = await import('./embedded-person-keys.ts')
    return openEmbeddedPersonKeys({ file: place.file, masterKey })
  }
  const { openPostgresPersonKeys } = await import('./postgres-person-keys.ts')
  return openPostgresPersonKeys({ url: place.url, masterKey })
}

/** The file of master keys of a new hub, made where it is missing. */
export const masterKeysIn = (file: string): MasterKeysPlace => {
  if (!existsSync(file)) loadOrCreateKeyFile(file)
  return { file }
}

/** The master keys that the environment speaks of. @throws {SettingsUnusable} */
export const masterKeysFrom = (settings: { MASTER_KEYS?: string; MASTER_KEYS_FILE?: string }): MasterKeysPlace => {
  const { MASTER_KEYS: text, MASTER_KEYS_FILE: file } = settings
  if (file !== undefined) return { file }
  if (text !== undefined) return { text }
  throw new SettingsUnusable(
    "settings that can't be used:\n  MASTER_KEYS is not set: give it, or MASTER_KEYS_FILE; for a new hub, `openssl rand -hex 32` makes one",
  )
}
