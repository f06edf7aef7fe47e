import { existsSync, mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freeShareOf, guardedBroker, isCurrent } from '@hub/broker/guarded-broker.ts'
import type { BrokerPlace } from '@hub/broker/open-broker.ts'
import { admissionsOf } from '@hub/decisions/admissions.ts'
import { registerIdentity } from '@hub/decisions/identity/identity-route.ts'
import { registerReports } from '@hub/decisions/reports/reports-route.ts'
import { foundOrCheck } from '@hub/event-store/founding.ts'
import { type EventStorePlace, openEventStore } from '@hub/event-store/open-event-store.ts'
import { receiptState, receiptStates } from '@hub/event-store/receipt-state.ts'
import { submissionIndex } from '@hub/event-store/submission-index.ts'
import { registerExports } from '@hub/graphql/exports/export-routes.ts'
import { type GatewaySettings, registerGateway } from '@hub/graphql/server.ts'
import { viewsMetrics } from '@hub/graphql/views-metrics.ts'
import { registerIntake } from '@hub/intake/intake-app.ts'
import { registerReceipts } from '@hub/intake/receipts.ts'
import { registerSubmissions } from '@hub/intake/submissions.ts'
import { openIntakeThreads } from '@hub/intake/threads/intake-threads.ts'
import { loadOrCreateKeyFile } from '@hub/keys/key-files.ts'
import type { MasterKeysPlace } from '@hub/keys/master-keys.ts'
import { masterKeysIn, openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { anybody } from '@hub/reading/caller.ts'
import { type RebuildProgress, serveViews } from '@hub/reading/served-views.ts'
import { clockFrom } from '@hub/runtime/clock.ts'
import { registerClock } from '@hub/runtime/clock-route.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { type OpenedParts, startWhole } from '@hub/runtime/opened-parts.ts'
import { registerSchemas } from '@hub/runtime/schema-routes.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { admissionVerifier, admitterOf } from '@hub/schemas/format/admission.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import type { ReadReceipt } from '@hub/schemas/format/receipt.ts'
import { gatewayKeys, intakeKeys, recorderKeys } from '@hub/schemas/format/service-keys.ts'
import { lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import { dataFiles } from './data-files.ts'
import { checksModules, departmentChecks } from './department-checks.ts'
import { countFromViews } from './report/count-from-views.ts'
import { startWriter } from './writer.ts'

/** Engines and keys of a hub that are not in its data folder. */
export type HubEngines = {
  broker?: BrokerPlace
  store?: EventStorePlace
  keysUrl?: string
  masterKeys?: MasterKeysPlace
  hubKey?: Uint8Array
}

export type HubOptions = {
  dataFolder: string
  host: string
  /** 0 for a free one. */
  port: number
  logLevel: string
  /** Founds the store with a simulated clock that stands here (ms); only for a store that is new or was founded so. */
  simulatedFrom?: number
  /** Engines that are not in the data folder. */
  engines?: HubEngines
  /** Threads of the intakes; by the number of cores where nothing is said. */
  intakeThreads?: number
  /** How GraphQL is served; defaults where nothing is said. */
  graphql?: GatewaySettings
  /** Told how far the views are, where they have to be built anew: for a new store, or for a newer view version. */
  onRebuild?: (progress: RebuildProgress) => void
  /** Called when a thread of the hub ends by itself; the process should end. */
  onCrash: (reason: string) => void
}

export type Hub = {
  url: string
  /** Resolves when everything that was acknowledged is recorded and stands in the views. */
  visible(): Promise<void>
  /** Builds the views anew while the old ones are answered from. */
  rebuildViews(): Promise<void>
  stop(): Promise<void>
}

/** A store without its keys must not get new ones: nobody could read what is in it. */
const requireKeysOf = (files: ReturnType<typeof dataFiles>, engines: HubEngines) => {
  const missing = [
    ...(existsSync(files.store) && !engines.hubKey ? [files.hubKey] : []),
    ...((existsSync(files.store) || existsSync(files.keys)) && !engines.masterKeys ? [files.masterKey] : []),
  ].filter((file) => !existsSync(file))
  if (missing.length > 0)
    throw new Error(`${missing.join(' and ')} is missing beside an existing store: bring it back from its backup`)
}

/** A store on a server that holds events has its key already, and it is not the one that would be made here. */
const requireKeyOfServer = async (files: ReturnType<typeof dataFiles>, { hubKey, store: place }: HubEngines) => {
  if (hubKey || !place || existsSync(files.hubKey)) return
  const store = await openEventStore(place)
  try {
    if ((await store.head()) !== startPosition)
      throw new Error(`the event store is founded already: set HUB_KEY, or bring ${files.hubKey} back from its backup`)
  } finally {
    await store.close()
  }
}

/** Where everything is: what the options name, else in the data folder. */
const placesOf = (files: ReturnType<typeof dataFiles>, engines: HubEngines) => {
  const masterKeys = engines.masterKeys ?? masterKeysIn(files.masterKey)
  return {
    hubKey: engines.hubKey ?? loadOrCreateKeyFile(files.hubKey),
    broker: engines.broker ?? { file: files.store },
    store: engines.store ?? { file: files.store },
    keys: engines.keysUrl === undefined ? { file: files.keys, masterKeys } : { url: engines.keysUrl, masterKeys },
  }
}

/** Starts the whole hub on a data folder in one process: intakes, recorder, views, GraphQL, on one port. */
export const startHub = (options: HubOptions): Promise<Hub> => startWhole((opened) => startParts(options, opened))

const startParts = async (options: HubOptions, opened: OpenedParts): Promise<Hub> => {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  const files = dataFiles(options.dataFolder)
  const engines = options.engines ?? {}
  requireKeysOf(files, engines)
  opened.add(lockDataFolder(options.dataFolder), (lock) => lock.release())
  await requireKeyOfServer(files, engines)
  const { hubKey, broker: queue, ...places } = placesOf(files, engines)
  const hubKeys = deriveHubKeys(hubKey)
  const clock = clockFrom(options.simulatedFrom)
  const store = opened.add(await openEventStore(places.store), (it) => it.close())
  const verifier = admissionVerifier(hubKeys.admission)
  const founding = await foundOrCheck(store, {
    fingerprint: hubKeys.fingerprint,
    verifier,
    admitter: admitterOf('recorder', hubKeys.admission['hub/recorder']),
    clockKind: clock.kind,
    now: clock.now,
  })
  const keys = opened.add(await openPersonKeys(places.keys), (it) => it.close())
  const logger = createLogger({ level: options.logLevel })
  const views = opened.add(
    serveViews({
      settings: { ...places, hubKeys: gatewayKeys(hubKeys) },
      folder: files.views,
      store,
      keys,
      storeId: founding.store,
      onRebuild: options.onRebuild,
      onFault: (news) => logger.warn(news, 'the views wait for an engine'),
      onCrash: options.onCrash,
    }),
    (it) => it.close(),
  )
  await views.ready
  const writer = opened.add(
    startWriter(
      {
        store: places.store,
        broker: queue,
        keys: recorderKeys(hubKeys),
        simulated: clock.kind === 'simulated',
      },
      options.onCrash,
    ),
    (it) => it.stop(),
  )

  const http = opened.add(
    await createHttpService({ name: 'hub', logger, ready: async () => isCurrent(await writer.lag(), Date.now()) }),
    (it) => it.close(),
  )
  const threads = openIntakeThreads(opened, {
    count: options.intakeThreads,
    keys: places.keys,
    storeId: founding.store,
    departments: submittingDepartments.map((department) => ({
      department,
      hubKeys: intakeKeys(hubKeys, department),
      checksModule: checksModules[department],
    })),
    onEnd: (reason) => logger.error({ reason }, 'a thread of the intake has ended'),
  })
  const broker = guardedBroker(writer, { freeShare: () => freeShareOf(options.dataFolder), now: Date.now })
  for (const department of submittingDepartments)
    await registerIntake(http, {
      department,
      checks: departmentChecks[department],
      broker,
      keys,
      hubKeys: intakeKeys(hubKeys, department),
      storeId: founding.store,
      clock,
      threads,
    })
  const stateOf = (receipt: ReadReceipt) => receiptState(store, receipt, verifier)
  registerReceipts(http, {
    receipts: hubKeys.receipts,
    storeId: founding.store,
    receiptStates: (receipts) => receiptStates(store, receipts, verifier),
  })
  const submissions = opened.add(submissionIndex(store), (it) => it.close())
  for (const department of submittingDepartments)
    registerSubmissions(http, {
      department,
      submissions,
      storeId: founding.store,
      receiptsKey: hubKeys.receipts[department],
    })
  const decisions = { store, append: writer.append, now: clock.now, ...admissionsOf(hubKeys) }
  registerIdentity(http, decisions)
  registerReports(http, {
    ...decisions,
    hubKeys,
    countFigures: countFromViews(() => views.readerFor(anybody('reports'))),
  })
  registerSchemas(http)
  registerClock(http, clock)
  viewsMetrics(http.metrics, views)
  registerExports(http, { door: views, logger })
  registerGateway(http, {
    door: views,
    receiptState: stateOf,
    hubKeys,
    storeId: founding.store,
    logger,
    ...options.graphql,
  })
  const url = await http.listen({ host: options.host, port: options.port })
  return {
    url,
    visible: async () => {
      while ((await writer.lag()).messages > 0) await sleep(10)
      const head = await store.head()
      while (views.checkpoint().position < head) await sleep(10)
    },
    rebuildViews: views.rebuild,
    stop: opened.close,
  }
}
