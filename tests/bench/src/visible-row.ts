import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openViews, type Views } from '@hub/gateway/views/open-views.ts'
import { currentViewFile } from '@hub/gateway/views/view-files.ts'
import { citizenCheckCharacter } from '@hub/schemas/values/citizen-number.ts'
import { PolicyConsultationGiven } from '@hub/schemas/veteran-affairs/personal-service.ts'
import { Pool } from 'undici'
import { startChild } from './child.ts'
import type { Row } from './measure.ts'
import { durableCommitMs, inFolder } from './sample-load.ts'

const [perSecond, batch, seconds, before] = [500, 10, 10, 20_000]
/** The load ends then, done or not: a rebuild catches up only where it folds faster than events come. */
const longestRebuildSeconds = 30
const bars = { p99: 150, rebuild: 3 }
const pollMs = 4

const numbers = Array.from({ length: 900 }, (_, order) => {
  const first17 = `43030419700101${String(order + 1).padStart(3, '0')}`
  return first17 + citizenCheckCharacter(first17)
})
let sent = 0
const event = () => {
  sent += 1
  return {
    specversion: '1.0',
    id: `V-${sent}`,
    source: '/departments/veteran-affairs/service-platform',
    type: PolicyConsultationGiven.type,
    time: '2025-03-01T09:00:00+08:00',
    data: { ...PolicyConsultationGiven.example, person: { citizenNumber: numbers[sent % numbers.length] } },
  }
}

/** What stands in the views that are in use, from another process. */
const watchViews = (folder: string) => {
  let views: Views | undefined
  let ordinal = 0
  return {
    /** Ids that have become visible since. */
    seen: (): string[] => {
      const file = currentViewFile(folder)!
      if (views?.file !== file) {
        views?.close()
        views = openViews({ file, readOnly: true })
      }
      const rows = views
        .statement('SELECT ordinal, id FROM facts WHERE ordinal > ? AND known_from = ordinal ORDER BY ordinal')
        .all(ordinal) as { ordinal: number; id: string }[]
      ordinal = rows.at(-1)?.ordinal ?? ordinal
      return rows.map(({ id }) => id)
    },
    close: () => views?.close(),
  }
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))]!

/** From handing over to standing in the views, of every event of a steady load; and the same while the views are built anew. */
export const visibleRow: Row = {
  name: 'visible',
  title: `submitted → visible at ${perSecond} events/s, embedded, over HTTP: p99 (${bars.p99} ms), and during a rebuild against without (${bars.rebuild} ×); the worse of both against its bar`,
  reach: { most: 1 },
  unit: '× its bar',
  measure: () =>
    inFolder(async (folder) => {
      const child = startChild(new URL('./hub-child.ts', import.meta.url), { dataFolder: folder })
      const [{ url }] = (await once(child, 'message')) as [{ url: string }]
      const told = async (asked: string) => {
        const done = once(child, 'message')
        child.send(asked)
        await done
      }
      const pool = new Pool(url, { connections: 8 })
      const post = async (events: readonly object[]) => {
        const { statusCode, body } = await pool.request({
          method: 'POST',
          path: '/veteran-affairs/events',
          headers: { 'content-type': 'application/cloudevents-batch+json' },
          body: JSON.stringify(events),
        })
        const text = await body.text()
        if (statusCode !== 202 || /"(refused|retry)":[1-9]/.test(text))
          throw new Error(`the hub answered ${statusCode}`)
      }
      const watch = watchViews(join(folder, 'views'))
      for (let n = 0; n < before; n += 500) await post(Array.from({ length: 500 }, event))
      await told('visible')
      watch.seen()

      /** ms from the first byte sent until each event was seen, for so long. */
      const run = async (lasts: () => boolean): Promise<number[]> => {
        const waiting = new Map<string, number>()
        const took: number[] = []
        const posts: Promise<void>[] = []
        const started = performance.now()
        let batches = 0
        while (lasts() || waiting.size > 0) {
          const due = Math.floor(((performance.now() - started) * perSecond) / 1000 / batch)
          while (batches < due && lasts()) {
            batches += 1
            const events = Array.from({ length: batch }, event)
            // Counted from when it was due, so that a load that falls behind does not look fast.
            const at = started + (batches * batch * 1000) / perSecond
            for (const { id } of events) waiting.set(id, at)
            posts.push(post(events))
          }
          await sleep(pollMs)
          const now = performance.now()
          for (const id of watch.seen()) {
            const at = waiting.get(id)
            if (at !== undefined) took.push(now - at)
            waiting.delete(id)
          }
        }
        await Promise.all(posts)
        return took
      }
      const forSeconds = (most: number) => {
        const until = performance.now() + most * 1000
        return () => performance.now() < until
      }
      await run(forSeconds(seconds))
      const quiet = await run(forSeconds(seconds))
      let rebuilding = true
      const rebuilt = told('rebuild').then(() => {
        rebuilding = false
      })
      const enough = forSeconds(longestRebuildSeconds)
      const busy = await run(() => rebuilding && enough())
      await rebuilt
      watch.close()
      await pool.close()
      await told('stop')
      const [p99, p99Busy] = [percentile(quiet, 0.99), percentile(busy, 0.99)]
      return {
        value: Math.max(p99 / bars.p99, p99Busy / p99 / bars.rebuild),
        details: {
          'p50 ms': percentile(quiet, 0.5).toFixed(1),
          'p99 ms': p99.toFixed(1),
          events: quiet.length,
          'during a rebuild, p50 ms': percentile(busy, 0.5).toFixed(1),
          'during a rebuild, p99 ms': p99Busy.toFixed(1),
          'during a rebuild, events': busy.length,
          'durable commit ms': (await durableCommitMs()).toFixed(3),
        },
      }
    }),
}
