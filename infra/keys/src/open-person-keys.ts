import { openEmbeddedPersonKeys } from './embedded-person-keys.ts'
import { loadOrCreateKeyFile } from './key-files.ts'
import type { PersonKeys } from './person-keys.ts'

/** Where the persons' keys are, and what wraps them. Plain data, so that a thread can be given it. */
export type PersonKeysPlace =
  /** A SQLite file, and the file of its master key. */
  { file: string; masterKeyFile: string }

/** Opens the persons' keys at their place. @throws {KeysUnavailable | KeyFileUnusable} */
export const openPersonKeys = async ({ file, masterKeyFile }: PersonKeysPlace): Promise<PersonKeys> =>
  openEmbeddedPersonKeys({ file, masterKey: loadOrCreateKeyFile(masterKeyFile) })
