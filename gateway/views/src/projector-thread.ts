import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { KeysUnavailable } from '@hub/keys/person-keys.ts'
import { isFileFault } from '@hub/sqlite/sqlite-connection.ts'
import { openViewsEngines, type ViewsSettings } from './engines.ts'
import { openViews } from './open-views.ts'
import { createProjector } from './project.ts'

/** What the projector's thread is started with. */
export type ProjectorSettings = ViewsSettings & { viewsFile: string }

/** What the thread reports: a transient failure by the name of its error, and when it tries again. */
export type ProjectorNews = { transient: string; retryInMs: number }

/** The one thread that writes to a view file that is in use. */
const settings = workerData as ProjectorSettings
const port = parentPort!
const longestPauseMs = 30_000
/** A projector that has worked for this long has recovered: the next failure is counted as a first one. */
const steadyMs = 60_000

const isTransient = (error: unknown) =>
  error instanceof EventStoreUnavailable || error instanceof KeysUnavailable || isFileFault(error)

const stopping = new AbortController()
port.on('message', () => stopping.abort())

const project = async () => {
  const { store, keys, hubKeys, close } = await openViewsEngines(settings)
  const views = openViews({ file: settings.viewsFile })
  try {
    await createProjector({ store, views, keys, hubKeys }).run(stopping.signal)
  } finally {
    views.close()
    await close()
  }
}

let faults = 0
while (!stopping.signal.aborted) {
  const began = Date.now()
  try {
    await project()
  } catch (error) {
    if (!isTransient(error)) throw error
    faults = Date.now() - began > steadyMs ? 1 : faults + 1
    const retryInMs = Math.min(longestPauseMs, 100 * 2 ** faults)
    port.postMessage({ transient: (error as Error).name, retryInMs } satisfies ProjectorNews)
    await sleep(retryInMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
}
port.close()
