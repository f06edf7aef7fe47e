import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { type InChild, startChild } from './child.ts'
import { batchesOf } from './intake-row.ts'
import { paired, type Row } from './measure.ts'
import { type Posted, postLoad } from './post-load.ts'
import { inFolder, sampleEvents } from './sample-load.ts'

const [count, batch, connections] = [10_000, 100, 4]
/** Threads beside the one that listens, where there are two cores. */
const threads = Number(process.env.BENCH_INTAKE_THREADS ?? 2)

const takeIn = (requests: readonly Posted[], at: number, on: { cores: string; threads: number }) =>
  inFolder(async (folder) => {
    const child = startChild(new URL('./intake-child.ts', import.meta.url), { folder, threads: on.threads, at })
    const [{ origin }] = (await once(child, 'message')) as [{ origin: string }]
    execFileSync('taskset', ['-a', '-c', '-p', on.cores, String(child.pid)])
    // Once for the compiler; the queue takes again what comes again.
    await postLoad({ origin, requests, connections })
    const took = await postLoad({ origin, requests, connections })
    const told = once(child, 'message') as Promise<[InChild<{ cpuMs: number }>]>
    child.send('stop')
    await told
    return took
  })

/** The intake with threads on two cores, against the same in one thread on one core. */
export const intakeCoresRow: Row = {
  name: 'intake-cores',
  title: `intake as in its own row, its process on two cores with ${threads} threads beside the one that listens; limit: on one core, without threads`,
  reach: { least: 1.6 },
  unit: '× one core',
  measure: async () => {
    const events = sampleEvents('veteran-affairs', count)
    const at = Math.max(...events.map((event) => Date.parse(String(event.time))))
    const requests = batchesOf(events, batch).map((items) => ({
      path: '/veteran-affairs/events',
      type: 'application/cloudevents-batch+json',
      body: JSON.stringify(items),
    }))
    const { ours, limit, ratio } = await paired(
      3,
      () => takeIn(requests, at, { cores: '0,1', threads }),
      () => takeIn(requests, at, { cores: '0', threads: 0 }),
    )
    const rate = (ms: number) => Math.round((count * 1000) / ms)
    return { value: ratio, details: { 'events/s': rate(ours), 'events/s, one core': rate(limit), threads } }
  },
}
