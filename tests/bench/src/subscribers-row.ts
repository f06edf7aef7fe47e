import { once } from 'node:events'
import { startChild } from './child.ts'
import type { Row } from './measure.ts'
import { inFolder } from './sample-load.ts'
import { openSubscribers } from './sse-subscribers.ts'
import { forSeconds, openSender, percentile, perSecond, steadyLoad } from './steady-load.ts'

const [subscribers, seconds, warmUpSeconds] = [200, 10, 4]

/** From handing over to every one of many subscribers, against one. */
export const subscribersRow: Row = {
  name: 'subscribers',
  title: `submitted → brought to each of ${subscribers} subscribers over SSE at ${perSecond} events/s, p99; limit: one subscriber`,
  reach: { most: 3 },
  unit: '× the limit',
  measure: () =>
    inFolder(async (folder) => {
      const child = startChild(new URL('./hub-child.ts', import.meta.url), { dataFolder: folder })
      const [{ url }] = (await once(child, 'message')) as [{ url: string }]
      const sender = await openSender(url)
      const delivered = async (count: number) => {
        const { arrived, close } = await openSubscribers(url, count)
        await steadyLoad(sender.post, arrived, forSeconds(warmUpSeconds), count)
        const took = await steadyLoad(sender.post, arrived, forSeconds(seconds), count)
        close()
        return took
      }
      const one = await delivered(1)
      const many = await delivered(subscribers)
      await sender.close()
      const stopped = once(child, 'message')
      child.send('stop')
      await stopped
      const ms = (values: readonly number[], share: number) => percentile(values, share).toFixed(1)
      return {
        value: percentile(many, 0.99) / percentile(one, 0.99),
        details: {
          deliveries: many.length,
          'p50 ms': ms(many, 0.5),
          'p99 ms': ms(many, 0.99),
          'one subscriber, p50 ms': ms(one, 0.5),
          'one subscriber, p99 ms': ms(one, 0.99),
        },
      }
    }),
}
