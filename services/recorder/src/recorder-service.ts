import type { Broker, Delivered } from '@hub/broker/broker.ts'
import { isCurrent } from '@hub/broker/guarded-broker.ts'
import type { KafkaNotice } from '@hub/broker/kafka-broker.ts'
import { kafkaPlace, kafkaVariables, openBroker } from '@hub/broker/open-broker.ts'
import { foundOrCheck } from '@hub/event-store/founding.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { clockFrom } from '@hub/runtime/clock.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { type OpenedParts, startWhole } from '@hub/runtime/opened-parts.ts'
import { readServiceKeys } from '@hub/runtime/service-keys.ts'
import type { RunningService, ServiceDefinition } from '@hub/runtime/service-process.ts'
import type { Settings, Wanted } from '@hub/runtime/settings.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { admissionVerifier, admitterOf } from '@hub/schemas/format/admission.ts'
import { type BatchRecorded, createRecorder } from './record.ts'
import { recorderMetrics } from './recorder-metrics.ts'
import { storeKept } from './store-mark.ts'
import { isStoreAway, storeWatch } from './store-watch.ts'

const needed = ['BROKER_URL', 'EVENT_STORE_URL', 'SERVICE_KEYS_FILE'] as const
const other = ['HOST', 'PORT', 'LOG_LEVEL', 'SIMULATED_FROM', 'BROKER_SESSION_MS', ...kafkaVariables] as const
/** What a recorder reads from the environment when it runs alone. It is given no person's key. */
export const recorderVariables = { needed, other } as const satisfies Wanted<
  (typeof needed)[number],
  (typeof other)[number]
>
type RecorderSettings = Settings<(typeof needed)[number], (typeof other)[number]>

const start = async (
  settings: RecorderSettings,
  onCrash: (reason: string) => void,
  opened: OpenedParts,
): Promise<RunningService> => {
  const keys = readServiceKeys(settings.SERVICE_KEYS_FILE, 'recorder')
  const clock = clockFrom(settings.SIMULATED_FROM)
  const store = opened.add(await openEventStore({ url: settings.EVENT_STORE_URL }), (it) => it.close())
  await foundOrCheck(store, {
    fingerprint: keys.fingerprint,
    verifier: admissionVerifier(keys.admission),
    admitter: admitterOf('recorder', keys.admission['hub/recorder']),
    clockKind: clock.kind,
    now: clock.now,
  })
  const logger = createLogger({ level: settings.LOG_LEVEL, name: 'recorder' })
  const watch = storeWatch({
    away: (reason) => logger.error({ reason }, 'the event store is away: what is queued waits for it'),
    back: (afterMs) => logger.warn({ afterMs }, 'the event store is back'),
  })
  const notices: { observe?: (notice: KafkaNotice) => void } = {}
  const broker: Broker = opened.add(
    await openBroker({ ...kafkaPlace(settings, 'hub-recorder'), sessionMs: settings.BROKER_SESSION_MS }, (notice) =>
      notices.observe?.(notice),
    ),
    (it) => it.close(),
  )
  const http = opened.add(
    await createHttpService({
      name: 'recorder',
      logger,
      ready: async () => watch.isThere() && isCurrent(await broker.lag(), Date.now()),
    }),
    (it) => it.close(),
  )
  const metrics = recorderMetrics(http.metrics, broker)
  notices.observe = metrics.observeBroker
  const recorder = createRecorder({
    store,
    keys,
    now: () => Date.now(),
    simulated: clock.kind === 'simulated',
  })
  let handled: BatchRecorded | undefined
  const stopping = new AbortController()
  const consuming = broker
    .consume({
      topics: submittingDepartments,
      batchSize: 500,
      signal: stopping.signal,
      handle: watch.watched(async (batch: readonly Delivered[]) => {
        handled = await recorder.record(batch)
      }),
      isTransient: isStoreAway,
      // Counted when it is committed: a batch that another recorder is given again is counted there.
      committed: () => handled && metrics.observeBatch(handled),
      kept: storeKept(store),
    })
    .catch((error: Error) => onCrash(`the broker's reader: ${error.name}: ${error.message}`))
  opened.add(consuming, (it) => {
    stopping.abort()
    return it
  })
  return { url: await http.listen({ host: settings.HOST, port: settings.PORT }), stop: opened.close }
}

/** The recorder as a process of its own; several share the work. */
export const recorderService: ServiceDefinition<(typeof needed)[number], (typeof other)[number]> = {
  name: 'recorder',
  says: 'takes what the intakes admitted from the broker, and records each event once in the event store.',
  settings: recorderVariables,
  start: (settings, onCrash) => startWhole((opened) => start(settings, onCrash, opened)),
}
