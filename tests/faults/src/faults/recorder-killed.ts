import { setTimeout as pause } from 'node:timers/promises'
import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'

const kills = isLong ? 50 : 2

/** The recorder is killed at random: mostly while it records, at times before it has its partitions again. */
export const recorderKilled: Fault = {
  name: `recorder killed at random, ${kills} times`,
  run: async ({ hub, random, untilRecorded }) => {
    for (let kill = 0; kill < kills; kill++) {
      if (random() < 0.8) await untilRecorded(1)
      await pause(random() * 500)
      await hub.recorder.kill()
      await hub.recorder.start()
    }
    await untilRecorded(2)
    return 'what was under way came again and changed nothing'
  },
}
