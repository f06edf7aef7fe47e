import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Broker } from '@hub/broker/broker.ts'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { simulatedClock } from '@hub/runtime/clock.ts'
import { createLogger } from '@hub/runtime/log.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { receiptReader } from '@hub/schemas/format/receipt.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { createIntakeApp, type IntakeAppOptions } from './department-app.ts'
import type { Checks } from './fault.ts'

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
/** A receipt that one of these intakes gave. */
export const readSampleReceipt = (token: string) => receiptReader(sampleHubKeys.receipts)(token)!
export const sampleNow = Date.parse('2025-06-01T04:00:00.000Z')

/** What an intake needs, on real embedded adapters in a folder of its own; `close` takes the folder away. */
export const openIntakeParts = (department: SubmittingDepartment = 'civil-affairs') => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-intake-'))
  const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: new Uint8Array(32).fill(9) })
  const queue = openEmbeddedBroker({ file: join(folder, 'queue.db') })
  const options: IntakeAppOptions = {
    logger: createLogger({ level: 'silent' }),
    ready: async () => true,
    broker: queue,
    keys,
    hubKeys: intakeKeys(sampleHubKeys, department),
    storeId: sampleStore,
    clock: simulatedClock(sampleNow),
    submissions: { ask: async () => ({ items: [], next: startPosition }) },
    receiptStates: async (receipts) => receipts.map(() => ({ state: 'PENDING' })),
  }
  const close = async () => {
    await queue.close()
    await keys.close()
    rmSync(folder, { recursive: true })
  }
  const keysPlace = { file: join(folder, 'keys.db'), masterKeys: { text: '09'.repeat(32) } }
  return { options, queue, keys, keysPlace, close }
}

/** A department's intake on such parts. */
export const openSampleIntake = async (settings: SampleIntakeOptions = {}) => {
  const department = settings.department ?? 'civil-affairs'
  const { options, queue, keys, close } = openIntakeParts(department)
  const broker = settings.publish ? { publish: settings.publish } : queue
  const http = await createIntakeApp(department, settings.checks ?? {}, {
    ...options,
    broker,
  })
  const closeAll = async () => {
    await http.close()
    await close()
  }
  return { http, queue, keys, close: closeAll }
}

/** Sends one event to such an intake of Civil Affairs; faults and notices are told as `<code> <pointer>`. */
export const sendOne = async ({ http }: Awaited<ReturnType<typeof openSampleIntake>>, event: unknown) => {
  const answer = await http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': 'application/cloudevents+json' },
    payload: JSON.stringify(event),
  })
  const { errors = [], notices = [], receipt } = answer.json()
  const told = (all: { code: string; pointer: string }[]) => all.map(({ code, pointer }) => `${code} ${pointer}`)
  return { status: answer.statusCode, errors: told(errors), notices: told(notices), receipt, body: answer.body }
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
