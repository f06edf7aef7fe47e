import { parentPort, workerData } from 'node:worker_threads'
import { play } from './play.ts'
import { PlayingStopped } from './playing-stopped.ts'
import { type CityOptions, sampleCity } from './sample-city.ts'

/** What the player's thread is started with. */
export type PlayerSettings = { url: string; city: CityOptions }

/** The departments' side, in a thread of its own as it is on machines of its own: it tells the city and sends it. */
const { url, city: options } = workerData as PlayerSettings
const port = parentPort!
const stopping = new AbortController()
port.once('message', () => stopping.abort())
try {
  const city = sampleCity(options)
  port.postMessage({ total: city.total })
  const played = await play(url, city, {
    signal: stopping.signal,
    onProgress: (progress) => port.postMessage({ progress }),
  })
  port.postMessage({ played })
} catch (error) {
  if (!(error instanceof PlayingStopped)) throw error
}
port.close()
