import { join } from 'node:path'
import { openViews } from '@hub/views/open-views.ts'
import { createProjector } from '@hub/views/project.ts'
import { openSampleHub, type Said } from '@hub/views/sample-hub.fixture.ts'
import { createReader } from './reader.ts'

/** A reader over a real embedded store, keys and views in a folder of its own; `close` takes the folder away. */
export const openSampleReading = () => {
  const hub = openSampleHub()
  const views = openViews({ file: join(hub.folder, 'views.sqlite') })
  const projector = createProjector({ ...hub, views })
  return {
    ...hub,
    views,
    reader: createReader({ ...hub, views }),
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
