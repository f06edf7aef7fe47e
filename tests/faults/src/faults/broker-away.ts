import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../scenario/scenario.ts'

/** Kafka is gone for a minute: longer than any sender's patience and any member's session. */
export const brokerAway: Fault = {
  name: 'broker gone for a minute',
  onlyLong: 'a minute takes a minute; the short form kills the broker and starts it again at once',
  run: async ({ hub, untilAcknowledged, untilRecorded }) => {
    const ended = hub.recorder.ended()
    await hub.kafka.stop()
    await pause(60_000)
    const ready = await Promise.all([hub.recorder, hub.intakes.finance!].map((service) => service.isReady()))
    await hub.kafka.restart()
    await Promise.all([untilAcknowledged(10), untilRecorded(2)])
    if (hub.recorder.ended() !== ended) throw new Error('the recorder has ended')
    if (ready.some((one) => one)) throw new Error('a service says that it is ready while the broker is gone')
    return 'intakes answered 503 after their patience; services said that they are not ready; the recorder waited and read on in the same process'
  },
}
