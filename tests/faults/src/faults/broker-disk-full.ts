import { setTimeout as pause } from 'node:timers/promises'
import { isRunning } from '@hub/local/engine-process.ts'
import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'

const fullForMs = isLong ? 40_000 : 3_000

/** Kafka's disk is full to the last byte, then has room again. */
export const brokerDiskFull: Fault = {
  name: "the broker's disk full",
  impossible: ({ brokerDisk }) =>
    brokerDisk ? undefined : 'a disk can be filled only where this user may mount one of its own (root on Linux)',
  run: async ({ hub, untilAcknowledged, untilRecorded }) => {
    hub.brokerDisk!.fill()
    await pause(fullForMs)
    const ended = !isRunning(hub.kafka.pid())
    hub.brokerDisk!.free()
    // A broker that could not write may stand there without its log: whoever runs it starts it again.
    if (!ended) await hub.kafka.kill()
    await hub.kafka.restart()
    await Promise.all([untilAcknowledged(10), untilRecorded(2)])
    return `the broker ${ended ? 'ended by itself' : 'acknowledged nothing'}; intakes took nothing that they could not hand on`
  },
}
