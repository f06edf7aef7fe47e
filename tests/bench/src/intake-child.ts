import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { registerIntake } from '@hub/intake/intake-app.ts'
import { intakeThreads } from '@hub/intake/threads/intake-threads.ts'
import { openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { simulatedClock } from '@hub/runtime/clock.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { checks } from '@hub/veteran-affairs/checks.ts'
import { benchService } from './bench-service.ts'
import { childInput, tell } from './child.ts'
import { benchKey } from './plain-store.ts'

/** An intake on a port with so many threads, on fresh files; ends when it is told to. */
const { folder, threads: count, at } = childInput<{ folder: string; threads: number; at: number }>()
const broker = openEmbeddedBroker({ file: join(folder, 'store.db') })
const place = { file: join(folder, 'keys.db'), masterKeys: { text: Buffer.from(benchKey).toString('hex') } }
const keys = await openPersonKeys(place)
const hubKeys = intakeKeys(deriveHubKeys(benchKey), 'veteran-affairs')
const storeId = randomUUID()
const threads =
  count === 0
    ? undefined
    : intakeThreads({
        count,
        keys: place,
        storeId,
        departments: [
          {
            department: 'veteran-affairs',
            hubKeys,
            checksModule: import.meta.resolve('@hub/veteran-affairs/checks.ts'),
          },
        ],
        onEnd: (reason) => process.stderr.write(`${reason}\n`),
      })
const http = await benchService()
await registerIntake(http, {
  department: 'veteran-affairs',
  checks,
  broker,
  keys,
  hubKeys,
  storeId,
  clock: simulatedClock(at),
  threads,
})
process.once('message', async () => {
  const { user, system } = process.cpuUsage()
  await http.close()
  await threads?.close()
  await broker.close()
  await keys.close()
  tell({ cpuMs: (user + system) / 1000 })
})
process.send!({ origin: await http.listen({ host: '127.0.0.1', port: 0 }) })
