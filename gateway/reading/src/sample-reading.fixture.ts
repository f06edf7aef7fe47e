import { join } from 'node:path'
import { openViews } from '@hub/views/open-views.ts'
import { createProjector } from '@hub/views/project.ts'
import { openSampleHub, type Said } from '@hub/views/sample-hub.fixture.ts'
import type { VerifiedStore } from '@hub/views/verified-store.ts'
import { anybody } from './caller.ts'
import { openDoor } from './door.ts'

/** UUID of the store in tests. */
export const sampleStoreId = '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11'

/** A reader over a real embedded store, keys and views in a folder of its own; `close` takes the folder away. The door reads from `watched`. */
export const openSampleReading = (watched: (store: VerifiedStore) => VerifiedStore = (store) => store) => {
  const hub = openSampleHub()
  const views = openViews({ file: join(hub.folder, 'views.sqlite') })
  const door = openDoor({ ...hub, store: watched(hub.store), views, storeId: sampleStoreId })
  const projector = createProjector({ ...hub, views })
  return {
    ...hub,
    views,
    door,
    reader: door.readerFor(anybody('test')),
    /** Records what is said, and brings the views up to it. */
    say: async (said: readonly Said[]) => {
      for (const one of said) await hub.record(one)
      await projector.catchUp()
    },
    close: async () => {
      views.close()
      await hub.close()
    },
  }
}
