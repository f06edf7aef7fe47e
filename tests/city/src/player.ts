import { Worker } from 'node:worker_threads'
import type { Played, Progress } from './play.ts'
import type { PlayerSettings } from './player-thread.ts'
import { PlayingStopped } from './playing-stopped.ts'

type Told = { total: number } | { progress: Progress } | { played: Played }

/** Plays the city from a thread of its own. `onTotal` is told once how many submissions there are. @throws {PlayingStopped} */
export const playInThread = (
  settings: PlayerSettings,
  listeners: { onTotal: (total: number) => void; onProgress: (progress: Progress) => void; signal: AbortSignal },
): Promise<Played> =>
  new Promise((resolve, reject) => {
    if (listeners.signal.aborted) {
      reject(new PlayingStopped('stopped'))
      return
    }
    const worker = new Worker(new URL('./player-thread.ts', import.meta.url), { workerData: settings })
    listeners.signal.addEventListener('abort', () => worker.postMessage('stop'), { once: true })
    worker.on('message', (told: Told) => {
      if ('total' in told) listeners.onTotal(told.total)
      else if ('progress' in told) listeners.onProgress(told.progress)
      else resolve(told.played)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new PlayingStopped('stopped')))
  })
