import { setTimeout as pause } from 'node:timers/promises'
import { isLong } from '../long-form.ts'
import { sessionMs } from '../scenario/hub-on-servers.ts'
import type { Fault } from '../scenario/scenario.ts'
import { until } from '../until.ts'

const awayMs = isLong ? 60_000 : 1_000
const frozenMs = isLong ? 10 * sessionMs : sessionMs + 500

/** The event store is killed and started again later; then it only stands still, for longer than a session. */
export const storeAway: Fault = {
  name: 'event store gone and back',
  run: async ({ hub, untilAcknowledged, untilRecorded }) => {
    const { face, recorder } = hub
    const ended = recorder.ended()
    await face.kill()
    await untilAcknowledged(5)
    await until('that the recorder says that it is not ready', async () => !(await recorder.isReady()))
    await pause(awayMs)
    await face.start()
    await until('that the recorder says that it is ready', () => recorder.isReady())
    await untilRecorded(2)
    face.freeze()
    await pause(frozenMs)
    face.thaw()
    await untilRecorded(2)
    if (recorder.ended() !== ended) throw new Error('the recorder has ended')
    return 'departments went on; the recorder waited, said so, and went on in the same process'
  },
}
