import { setTimeout as pause } from 'node:timers/promises'
import { isLong } from '../long-form.ts'
import { sessionMs } from '../scenario/hub-on-servers.ts'
import type { Fault } from '../scenario/scenario.ts'

const slowForMs = isLong ? 60_000 : 4_000
const [stillMs, workingMs] = [sessionMs / 4, 75]

/** The recorder gets a tenth of the time: it falls behind, and keeps its partitions. */
export const slowConsumer: Fault = {
  name: 'a slow consumer',
  run: async ({ hub, untilRecorded }) => {
    const { recorder, broker } = hub
    const [rebalances, ended] = [await recorder.metric('hub_broker_rebalances_total'), recorder.ended()]
    let behind = 0
    const until = performance.now() + slowForMs
    while (performance.now() < until) {
      recorder.signal('SIGSTOP')
      await pause(stillMs)
      behind = Math.max(behind, (await broker.lag()).messages)
      recorder.signal('SIGCONT')
      await pause(workingMs)
    }
    await untilRecorded(2)
    const shared = (await recorder.metric('hub_broker_rebalances_total')) - rebalances
    return `up to ${behind} messages behind; ${shared} rebalances, ended ${recorder.ended() - ended} times; all worked off`
  },
}
