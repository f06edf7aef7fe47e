import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'
import { until } from '../until.ts'

const times = isLong ? 10 : 1

/** The gateway is killed while it builds its views anew. */
export const gatewayKilled: Fault = {
  name: 'gateway killed during a rebuild',
  run: async ({ hub, random, untilRecorded }) => {
    const { gateway, viewsFolder } = hub
    const isBuilding = () => readdirSync(viewsFolder).some((name) => name.endsWith('.building'))
    for (let time = 0; time < times; time++) {
      await untilRecorded(1)
      gateway.signal('SIGUSR2')
      await until('a rebuild', isBuilding)
      await pause(random() * 100)
      await gateway.kill()
      await gateway.start()
    }
    return `killed ${times} times; it came back with the views that it had, and caught up`
  },
}
