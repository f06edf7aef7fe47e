import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export type Posted = { path: string; type: string; body: string }

export type Load = { origin: string; requests: readonly Posted[]; connections: number }

/**
 * Posts every request once over so many connections, from a thread of its own so that the client takes no time of the
 * service's thread; milliseconds from the first byte to the last answer. Throws where anything is refused.
 */
export const postLoad = async (load: Load): Promise<number> => {
  const thread = new Worker(new URL('./load-thread.ts', import.meta.url), { workerData: load })
  const [answer] = (await once(thread, 'message')) as [{ took: number; refused: number; first?: string }]
  if (answer.refused > 0) throw new Error(`${answer.refused} requests were not taken: ${answer.first}`)
  return answer.took
}
