import { missingEngine } from '@hub/local/real-engine.fixture.ts'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { brokerAway } from './faults/broker-away.ts'
import { brokerDiskFull } from './faults/broker-disk-full.ts'
import { brokerKilled } from './faults/broker-killed.ts'
import { clocksDiffer } from './faults/clocks-differ.ts'
import { databaseRestarted } from './faults/database-restarted.ts'
import { gatewayKilled } from './faults/gateway-killed.ts'
import { poisonMessages } from './faults/poison-messages.ts'
import { rebalances } from './faults/rebalances.ts'
import { recorderFrozen } from './faults/recorder-frozen.ts'
import { recorderKilled } from './faults/recorder-killed.ts'
import { slowConsumer } from './faults/slow-consumer.ts'
import { storeAway } from './faults/store-away.ts'
import { isLong, seed } from './long-form.ts'
import { writeFaultsPage } from './scenario/faults-page.ts'
import { type HubOnServers, startHubOnServers } from './scenario/hub-on-servers.ts'
import { notHere, type Row, runFault } from './scenario/scenario.ts'
import { seededRandom } from './seeded-random.ts'

const faults = [
  brokerKilled,
  brokerAway,
  brokerDiskFull,
  recorderKilled,
  rebalances,
  recorderFrozen,
  slowConsumer,
  storeAway,
  databaseRestarted,
  gatewayKilled,
  poisonMessages,
  clocksDiffer,
]

const missing = (await missingEngine('kafka')) ?? (await missingEngine('postgres'))
const random = seededRandom(seed)
const rows: Row[] = []
let hub: HubOnServers | undefined

describe.skipIf(missing !== undefined)(missing ?? `everything once and in order (SEED=${seed})`, () => {
  afterEach(async ({ task }) => {
    // What a fault that was not survived has left is no place for the next one.
    if (task.result?.state !== 'fail') return
    await hub?.close()
    hub = undefined
  }, 60_000)
  afterAll(async () => {
    await hub?.close()
    if (isLong && rows.length === faults.length) writeFaultsPage(rows)
  }, 60_000)

  for (const fault of faults) {
    const reason = isLong ? undefined : fault.onlyLong
    it.skipIf(reason !== undefined)(
      reason === undefined ? fault.name : `${fault.name} (LONG=1 only: ${reason})`,
      async (context) => {
        hub ??= await startHubOnServers()
        const impossible = fault.impossible?.(hub)
        if (impossible !== undefined) {
          rows.push(notHere(fault.name, impossible))
          context.skip(impossible)
        }
        const row = await runFault(hub, fault, random)
        console.log(`${row.fault}: ${row.seen}; ${row.events} events in, ${row.recorded} recorded, ${row.seconds} s`)
        expect(row).toMatchObject({ lost: 0, doubled: 0, faults: [] })
        expect(row.recorded).toBe(row.events)
        rows.push(row)
      },
      1_800_000,
    )
  }
})
