import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { registerIntake } from '@hub/intake/intake-app.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { realClock } from '@hub/runtime/clock.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { checks } from '@hub/veteran-affairs/checks.ts'
import { benchService } from './bench-service.ts'
import { childInput, tell } from './child.ts'
import { benchKey } from './plain-store.ts'

/** An intake on a port, whose queue is emptied as a recorder would; ends when it is told to. */
const { folder } = childInput<{ folder: string }>()
const broker = openEmbeddedBroker({ file: join(folder, 'store.db') })
const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: benchKey })
const http = await benchService()
await registerIntake(http, {
  department: 'veteran-affairs',
  checks,
  broker,
  keys,
  hubKeys: intakeKeys(deriveHubKeys(benchKey), 'veteran-affairs'),
  storeId: randomUUID(),
  clock: realClock,
})
const stopping = new AbortController()
let taken = 0
const consuming = broker.consume({
  topics: ['veteran-affairs'],
  batchSize: 500,
  signal: stopping.signal,
  handle: async (batch) => {
    taken += batch.length
  },
})
process.once('message', async () => {
  while ((await broker.lag()).messages > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  stopping.abort()
  await consuming
  await http.close()
  await broker.close()
  await keys.close()
  tell({ taken })
})
process.send!({ origin: await http.listen({ host: '127.0.0.1', port: 0 }) })
