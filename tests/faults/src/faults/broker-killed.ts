import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'

const times = isLong ? 5 : 1

/** Kafka is killed where it stands, and started again. */
export const brokerKilled: Fault = {
  name: 'broker killed and restarted',
  run: async ({ hub, untilAcknowledged, untilRecorded }) => {
    const ended = hub.recorder.ended()
    for (let kill = 0; kill < times; kill++) {
      await hub.kafka.kill()
      await hub.kafka.restart()
      await Promise.all([untilAcknowledged(10), untilRecorded(2)])
    }
    if (hub.recorder.ended() !== ended) throw new Error('the recorder has ended')
    return `killed ${times} times; departments waited, the recorder waited and read on in the same process`
  },
}
