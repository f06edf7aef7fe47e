import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { openViews, type Views } from '@hub/views/open-views.ts'

/** The views as they are at one instant, on a connection of their own: what is projected meanwhile is not in it, and does not wait for it. */
export const openSnapshot = (viewsFile: string): Views => {
  const views = openViews({ file: viewsFile, readOnly: true })
  try {
    views.database.exec('BEGIN')
    // SQLite takes the snapshot at the first read.
    readCheckpoint(views)
    return views
  } catch (error) {
    views.close()
    throw error
  }
}
