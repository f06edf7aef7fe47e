import { once } from 'node:events'
import { join } from 'node:path'
import { startChild } from './child.ts'
import type { Row } from './measure.ts'
import { durableCommitMs, inFolder } from './sample-load.ts'
import { forSeconds, nextEvent, openSender, percentile, perSecond, steadyLoad, watchViews } from './steady-load.ts'

const [seconds, before] = [10, 20_000]
/** The load ends then, done or not: a rebuild catches up only where it folds faster than events come. */
const longestRebuildSeconds = 30
const bars = { p99: 150, rebuild: 3 }

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
      const { post, close } = await openSender(url)
      for (let n = 0; n < before; n += 500) await post(Array.from({ length: 500 }, nextEvent))
      await told('visible')
      const watch = watchViews(join(folder, 'views'))
      watch.seen()

      await steadyLoad(post, watch.seen, forSeconds(seconds))
      const quiet = await steadyLoad(post, watch.seen, forSeconds(seconds))
      let rebuilding = true
      const rebuilt = told('rebuild').then(() => {
        rebuilding = false
      })
      const enough = forSeconds(longestRebuildSeconds)
      const busy = await steadyLoad(post, watch.seen, () => rebuilding && enough())
      await rebuilt
      watch.close()
      await close()
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
