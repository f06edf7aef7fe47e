import { parentPort, workerData } from 'node:worker_threads'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { openViews } from '@hub/gateway/views/open-views.ts'
import { createProjector } from '@hub/gateway/views/project.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'

/** What the projector's thread is started with. */
export type ProjectorSettings = {
  storeFile: string
  keysFile: string
  viewsFile: string
  masterKey: Uint8Array
  hubKey: Uint8Array
}

/** The one thread that writes to the gateway's views. */
const settings = workerData as ProjectorSettings
const port = parentPort!
const store = openEmbeddedEventStore({ file: settings.storeFile, readOnly: true })
const keys = openEmbeddedPersonKeys({ file: settings.keysFile, masterKey: settings.masterKey })
const views = openViews({ file: settings.viewsFile })
const stopping = new AbortController()
const projector = createProjector({ store, views, keys, hubKeys: deriveHubKeys(settings.hubKey) })

port.on('message', () => stopping.abort())
await projector.run(stopping.signal)
views.close()
await keys.close()
await store.close()
port.close()
