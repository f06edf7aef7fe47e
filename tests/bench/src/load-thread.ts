import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'
import type { Load } from './post-load.ts'

const { origin, requests, connections } = workerData as Load
const pool = new Pool(origin, { connections, pipelining: 1 })
const waiting = requests.values()
const refused: string[] = []

const sendWaiting = async () => {
  for (const { path, type, body } of waiting) {
    const answer = await pool.request({ path, method: 'POST', headers: { 'content-type': type }, body })
    const text = await answer.body.text()
    if (answer.statusCode >= 300) refused.push(`${answer.statusCode} of ${path}`)
    // A batch is accepted even where its items are not, and GraphQL answers 200 with errors.
    else if (/"refused":[1-9]|"retry":[1-9]|^\{"errors"/.test(text)) refused.push(`an item of ${path}`)
  }
}

const started = performance.now()
await Promise.all(Array.from({ length: connections }, sendWaiting))
const took = performance.now() - started
await pool.close()
parentPort!.postMessage({ took, refused: refused.length, first: refused[0] })
