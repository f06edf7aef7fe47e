import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { openViews, type Views } from '@hub/views/open-views.ts'
import { createReader, type ReaderParts } from '../reader.ts'
import type { Reader } from '../reader-types.ts'

/** The views as they are at one instant, on a connection of their own. */
export type Snapshot = { views: Views; reader: Reader; close(): void }

/** Opens a snapshot of a view file: what is projected meanwhile is not in it, and does not wait for it. */
export const openSnapshot = (viewsFile: string, parts: Omit<ReaderParts, 'views'>): Snapshot => {
  const views = openViews({ file: viewsFile, readOnly: true })
  try {
    views.database.exec('BEGIN')
    // SQLite takes the snapshot at the first read.
    readCheckpoint(views)
  } catch (error) {
    views.close()
    throw error
  }
  return { views, reader: createReader({ ...parts, views }), close: () => views.close() }
}
