import { brokerMetrics } from '@hub/broker/broker-metrics.ts'
import { guardedBroker, isCurrent } from '@hub/broker/guarded-broker.ts'
import type { KafkaNotice } from '@hub/broker/kafka-broker.ts'
import { kafkaPlace, kafkaVariables, openBroker } from '@hub/broker/open-broker.ts'
import { whenFounded } from '@hub/event-store/founding.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { receiptStates } from '@hub/event-store/receipt-state.ts'
import { submissionIndex } from '@hub/event-store/submission-index.ts'
import { masterKeysFrom, openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { clockFrom } from '@hub/runtime/clock.ts'
import { registerClock } from '@hub/runtime/clock-route.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { type OpenedParts, startWhole } from '@hub/runtime/opened-parts.ts'
import { readServiceKeys } from '@hub/runtime/service-keys.ts'
import type { RunningService, ServiceDefinition } from '@hub/runtime/service-process.ts'
import type { Settings, Wanted } from '@hub/runtime/settings.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { createIntakeApp } from './department-app.ts'
import type { Checks } from './fault.ts'
import { openIntakeThreads } from './threads/intake-threads.ts'

const needed = ['BROKER_URL', 'EVENT_STORE_URL', 'KEYS_URL', 'SERVICE_KEYS_FILE'] as const
const other = [
  'MASTER_KEYS',
  'MASTER_KEYS_FILE',
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'SIMULATED_FROM',
  'INTAKE_THREADS',
  ...kafkaVariables,
] as const
/** What a department's intake reads from the environment when it runs alone. */
export const departmentVariables = { needed, other } as const satisfies Wanted<
  (typeof needed)[number],
  (typeof other)[number]
>
type DepartmentSettings = Settings<(typeof needed)[number], (typeof other)[number]>

/** A department's checks, and the URL of the module that exports them: threads load it for themselves. */
export type ChecksPlace = { checks: Checks; checksModule: string }

const start = async (
  department: SubmittingDepartment,
  { checks, checksModule }: ChecksPlace,
  settings: DepartmentSettings,
  opened: OpenedParts,
): Promise<RunningService> => {
  const hubKeys = readServiceKeys(settings.SERVICE_KEYS_FILE, department)
  const clock = clockFrom(settings.SIMULATED_FROM)
  const store = opened.add(await openEventStore({ url: settings.EVENT_STORE_URL }), (it) => it.close())
  const logger = createLogger({ level: settings.LOG_LEVEL, name: department })
  const expected = { fingerprint: hubKeys.fingerprint, clockKind: clock.kind }
  const founding = await whenFounded(store, expected, (text) => logger.warn(text))
  const keysPlace = { url: settings.KEYS_URL, masterKeys: masterKeysFrom(settings) }
  const keys = opened.add(await openPersonKeys(keysPlace), (it) => it.close())
  const notices: { observe?: (notice: KafkaNotice) => void } = {}
  const place = kafkaPlace(settings, `hub-${department}`, [topicOf(department)])
  const broker = opened.add(await openBroker(place, (notice) => notices.observe?.(notice)), (it) => it.close())
  const http = opened.add(
    await createIntakeApp(department, checks, {
      logger,
      ready: async () => isCurrent(await broker.lag(), Date.now()),
      // Kafka's disks are Kafka's to watch: it refuses by itself when they are full.
      broker: guardedBroker(broker, { freeShare: async () => 1, now: Date.now }),
      keys,
      hubKeys,
      storeId: founding.store,
      clock,
      receiptStates: (receipts) => receiptStates(store, receipts),
      threads: openIntakeThreads(opened, {
        count: settings.INTAKE_THREADS,
        keys: keysPlace,
        storeId: founding.store,
        departments: [{ department, hubKeys, checksModule }],
        onEnd: (reason) => logger.error({ reason }, 'a thread of the intake has ended'),
      }),
      submissions: opened.add(submissionIndex(store), (it) => it.close()),
    }),
    (it) => it.close(),
  )
  notices.observe = brokerMetrics(http.metrics, { lag: () => broker.lag(), now: Date.now })
  registerClock(http, clock)
  return { url: await http.listen({ host: settings.HOST, port: settings.PORT }), stop: opened.close }
}

/** A department's intake as a process of its own, beside others on shared engines. */
export const departmentService = (
  department: SubmittingDepartment,
  checks: ChecksPlace,
): ServiceDefinition<(typeof needed)[number], (typeof other)[number]> => ({
  name: department,
  says: `the intake of ${department}: takes its events and puts them on the broker.`,
  settings: departmentVariables,
  start: (settings) => startWhole((opened) => start(department, checks, settings, opened)),
})
