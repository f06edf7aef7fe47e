import { join } from 'node:path'

/** The files of a data folder. */
export const dataFiles = (folder: string) => ({
  store: join(folder, 'store.db'),
  keys: join(folder, 'keys.db'),
  views: join(folder, 'views.db'),
  hubKey: join(folder, 'hub.key'),
  masterKey: join(folder, 'master.key'),
})
