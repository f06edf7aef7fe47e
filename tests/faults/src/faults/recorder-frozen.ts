import { setTimeout as pause } from 'node:timers/promises'
import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'
import { until } from '../until.ts'

const times = isLong ? 10 : 1
const partitions = 24

/** A recorder stands still for longer than its session, another one takes over, and it wakes as a zombie. */
export const recorderFrozen: Fault = {
  name: 'recorder frozen past its session, woken as a zombie',
  run: async ({ hub, random, untilRecorded }) => {
    const recorded = 'hub_recorder_events_total{outcome="recorded"'
    const other = await hub.openRecorder()
    await other.start()
    const share = async (have: number) => {
      let has = Number.NaN
      await until(
        `${have} partitions`,
        async () => {
          has = await other.metric('hub_broker_partitions')
          return has === have
        },
        () => has,
      )
    }
    for (let time = 0; time < times; time++) {
      await share(partitions / 2)
      await untilRecorded(1)
      await pause(random() * 300)
      hub.recorder.signal('SIGSTOP')
      await share(partitions)
      await untilRecorded(2)
      hub.recorder.signal('SIGCONT')
    }
    await share(partitions / 2)
    await untilRecorded(2)
    const counts = await Promise.all([hub.recorder, other].map((one) => one.metric(recorded)))
    await other.stop()
    return `woken ${times} times: its batch was a repeat, its commit refused, it shares again (recorded since their start: ${counts.join(' and ')})`
  },
}
