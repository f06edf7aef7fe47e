import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Broker } from '@hub/broker/broker.ts'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { simulatedClock } from '@hub/runtime/clock.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import type { Checks } from './fault.ts'
import { registerIntake } from './intake-app.ts'

/** Settings of an intake in tests. */
export type SampleIntakeOptions = {
  department?: SubmittingDepartment
  checks?: Checks
  /** Stands in front of the queue in the file. */
  publish?: Broker['publish']
}

/** Store, hub keys and time of the intakes in tests. */
export const sampleStore = 'c6a1f0c2-7a0e-4c7e-9f53-0a1d7b1f2a11'
export const sampleHubKeys = deriveHubKeys(new Uint8Array(32).fill(7))
export const sampleNow = Date.parse('2025-06-01T04:00:00.000Z')

/** An intake on its real embedded adapters in a folder of its own; `close` takes the folder away. */
export const openSampleIntake = async (options: SampleIntakeOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-intake-'))
  const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: new Uint8Array(32).fill(9) })
  const queue = openEmbeddedBroker({ file: join(folder, 'queue.db') })
  const logger = createLogger({ level: 'silent' })
  const http = await createHttpService({ name: 'intake', logger, ready: async () => true })
  await registerIntake(http, {
    department: options.department ?? 'civil-affairs',
    checks: options.checks ?? {},
    broker: { publish: options.publish ?? queue.publish },
    keys,
    hubKeys: sampleHubKeys,
    storeId: sampleStore,
    clock: simulatedClock(sampleNow),
    receiptState: async () => ({ state: 'PENDING' }),
  })
  const close = async () => {
    await http.close()
    await queue.close()
    await keys.close()
    rmSync(folder, { recursive: true })
  }
  return { http, queue, keys, close }
}

/** An invented death registration, as Civil Affairs would send it; `data` members of the changes replace its own. */
export const sampleEvent = (changes: Record<string, unknown> = {}, data: Record<string, unknown> = {}) => ({
  specversion: '1.0',
  id: 'M-1',
  source: '/departments/civil-affairs/deaths',
  type: 'civil-affairs.DeathRegistered.v1',
  time: '2025-03-04T09:30:00+08:00',
  ...changes,
  data: {
    person: { citizenNumber: '430302196803142018' },
    region: '430302',
    handledBy: [{ officialId: 'O-1001', duty: '经办' }],
    diedOn: '2025-03-01',
    evidence: '医学证明',
    certificateNo: 'SW-2025-0001',
    ...data,
  },
})
