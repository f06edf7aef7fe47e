import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { readCheckpoint } from '@hub/gateway/views/checkpoint.ts'
import { openViews } from '@hub/gateway/views/open-views.ts'
import { rebuild } from '@hub/gateway/views/rebuild.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { childInput, tell } from './child.ts'
import { benchKey } from './plain-store.ts'

/** Builds the views of a store anew. */
const { folder, storeFile, keysFile } = childInput<{ folder: string; storeFile: string; keysFile: string }>()
const store = openEmbeddedEventStore({ file: storeFile, readOnly: true })
const keys = openEmbeddedPersonKeys({ file: keysFile, masterKey: benchKey })
const started = performance.now()
const file = await rebuild({
  store,
  keys,
  hubKeys: deriveHubKeys(benchKey),
  folder,
  name: `anew-${process.pid}.sqlite`,
})
const ms = performance.now() - started
const views = openViews({ file, readOnly: true })
const { ordinal: events } = readCheckpoint(views)
const { files } = views.database.prepare('SELECT count(*) AS files FROM files').get() as { files: number }
views.close()
await keys.close()
await store.close()
tell({ ms, events, files })
