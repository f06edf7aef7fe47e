import { Worker } from 'node:worker_threads'
import type { ProjectorNews, ProjectorSettings } from './projector-thread.ts'
import type { RebuildProgress } from './rebuild.ts'
import type { RebuildNews, RebuildSettings } from './rebuild-thread.ts'

/** A thread that projects into one view file. */
export type ProjectorThread = {
  /** Resolves when the batch under way is written and the files are closed. */
  stop(): Promise<void>
}

/** Starts a projector; `onCrash` is called when it ends by itself, after a fault that trying again does not mend. */
export const startProjector = (
  settings: ProjectorSettings,
  told: { onFault: (news: ProjectorNews) => void; onCrash: (reason: string) => void },
): ProjectorThread => {
  const worker = new Worker(new URL('./projector-thread.ts', import.meta.url), { workerData: settings })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let stopping = false
  worker.on('message', told.onFault)
  worker.once('error', (error) => told.onCrash(`the projector's thread: ${error}`))
  worker.once('exit', (code) => stopping || told.onCrash(`the projector's thread ended (${code})`))
  return {
    stop: async () => {
      stopping = true
      worker.postMessage('stop')
      await ended
    },
  }
}

/** A thread that builds a view file. */
export type RebuildThread = {
  /** The file, when it is built and caught up; rejects when it can't be. */
  built: Promise<string>
  /** Ends it where it is; what was in use stays in use. */
  stop(): Promise<void>
}

/**
 * What a rebuild holds at once is a few tens of MB, whatever the city's size; without a limit near that, what it has let
 * go of lies about until there are hundreds.
 */
const limitsOfRebuild = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 }

/** Starts a rebuild. */
export const startRebuild = (
  settings: RebuildSettings,
  onProgress: (progress: RebuildProgress) => void,
): RebuildThread => {
  const worker = new Worker(new URL('./rebuild-thread.ts', import.meta.url), {
    workerData: settings,
    resourceLimits: limitsOfRebuild,
  })
  const built = new Promise<string>((resolve, reject) => {
    worker.on('message', (news: RebuildNews) => ('built' in news ? resolve(news.built) : onProgress(news.progress)))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the rebuild of the views ended before it was done')))
  })
  return {
    built,
    stop: async () => {
      built.catch(() => undefined)
      await worker.terminate()
    },
  }
}
