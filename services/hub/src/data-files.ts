import { join } from 'node:path'

/** The files of a data folder. */
export const dataFiles = (folder: string) => ({
  store: join(folder, 'store.db'),
  keys: join(folder, 'keys.db'),
  /** A folder: one file a view version, and a pointer. */
  views: join(folder, 'views'),
  hubKey: join(folder, 'hub.key'),
  masterKey: join(folder, 'master.key'),
})
