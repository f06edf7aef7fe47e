import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { openViews } from '@hub/views/open-views.ts'
import { startRebuild } from '@hub/views/view-threads.ts'
import { childInput, tell } from './child.ts'
import { benchHubKeys, benchKey } from './plain-store.ts'

/** Builds the views of a store anew, in a thread as a gateway does. */
const { folder, storeFile, keysFile } = childInput<{ folder: string; storeFile: string; keysFile: string }>()
const started = performance.now()
const { built } = startRebuild(
  {
    store: { file: storeFile },
    keys: { file: keysFile, masterKeys: { text: Buffer.from(benchKey).toString('hex') } },
    hubKeys: benchHubKeys,
    folder,
    name: `anew-${process.pid}.sqlite`,
  },
  () => undefined,
)
const file = await built
const ms = performance.now() - started
const views = openViews({ file, readOnly: true })
const { ordinal: events } = readCheckpoint(views)
const { files } = views.database.prepare('SELECT count(*) AS files FROM files').get() as { files: number }
views.close()
tell({ ms, events, files })
