import { parentPort, workerData } from 'node:worker_threads'
import { openViewsEngines, type ViewsSettings } from './engines.ts'
import { type RebuildProgress, rebuild } from './rebuild.ts'

/** What a rebuild's thread is started with. */
export type RebuildSettings = ViewsSettings & { folder: string; name: string }

/** What it tells while it works, and at its end. */
export type RebuildNews = { progress: RebuildProgress } | { built: string }

/** Builds one view file and ends. */
const { folder, name, ...settings } = workerData as RebuildSettings
const port = parentPort!
const tell = (news: RebuildNews) => port.postMessage(news)
const leastPauseMs = 200
let told = 0

const { close, ...parts } = await openViewsEngines(settings)
try {
  const built = await rebuild({
    ...parts,
    folder,
    name,
    onProgress: (progress) => {
      if (Date.now() - told < leastPauseMs && progress.step !== 'catching-up') return
      told = Date.now()
      tell({ progress })
    },
  })
  tell({ built })
} finally {
  await close()
}
port.close()
