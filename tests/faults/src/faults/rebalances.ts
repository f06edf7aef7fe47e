import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'
import type { Service } from '../scenario/service.ts'
import { until } from '../until.ts'

const rounds = isLong ? 6 : 1
const partitions = 24

/** Three recorders share the work; they come, leave in order and are killed while they do it. */
export const rebalances: Fault = {
  name: 'three recorders, and rebalances while they work',
  run: async ({ hub, untilRecorded }) => {
    const others = await Promise.all([hub.openRecorder(), hub.openRecorder()])
    const shared = async (among: readonly Service[]) => {
      let have: number[] = []
      await until(
        `the sharing of the partitions among ${among.length}`,
        async () => {
          have = await Promise.all(among.map((one) => one.metric('hub_broker_partitions')))
          const least = Math.floor(partitions / among.length)
          return have.every((count) => count >= least) && have.reduce((sum, count) => sum + count, 0) === partitions
        },
        () => have.join(),
      )
      await untilRecorded(2)
    }
    for (let round = 0; round < rounds; round++) {
      await Promise.all(others.map((one) => one.start()))
      await shared([hub.recorder, ...others])
      await others[0]!.stop()
      await shared([hub.recorder, others[1]!])
      await others[1]!.kill()
      await shared([hub.recorder])
    }
    const counted = await hub.recorder.metric('hub_broker_rebalances_total')
    return `${rounds * 3} changes of who shares: three came to 8 partitions each, one left, one was killed (${counted} rebalances seen by the one that stayed)`
  },
}
