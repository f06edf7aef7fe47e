import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startFace } from '@hub/contracts/grpc-face/running-face.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { enginesDown, engineUp } from '@hub/local/engines.ts'
import { type OpenedParts, startWhole } from '@hub/runtime/opened-parts.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import type { KeyedService } from '@hub/schemas/format/service-keys.ts'
import { startFront } from './front.ts'
import { issueServiceKeys } from './service-key-files.ts'
import { serviceMetric } from './service-metric.ts'
import { type ServiceProcess, startService } from './service-process.ts'

export type SpreadHubOptions = {
  /** Data of the engines that are started here, and the gateway's views. */
  folder: string
  port: number
  logLevel: string
  /** Where the simulated clock begins, ms; without it the clock is the real one. */
  simulatedFrom?: number
  /** Where the workspace of a service is installed; by default in this repository. */
  installedIn?: (workspace: string) => string
  /** More of the environment, for every service. */
  environment?: Readonly<Record<string, string>>
  /** Told in a line what runs. */
  tell: (line: string) => void
  onCrash: (reason: string) => void
}

/** A hub whose services are processes of their own. */
export type SpreadHub = {
  url: string
  broker: string
  services: readonly ServiceProcess[]
  visible(): Promise<void>
  stop(): Promise<void>
}

/** The engines of the environment; those that it does not name are started here. */
const startEngines = async ({ folder, tell }: SpreadHubOptions, opened: OpenedParts) => {
  const { BROKER_URL, KEYS_URL, EVENT_STORE_URL } = process.env
  const engines = join(folder, 'engines')
  mkdirSync(engines, { recursive: true })
  // PostgreSQL may run as another user, who has to pass through.
  for (const passed of [folder, engines]) chmodSync(passed, 0o711)
  opened.add(engines, enginesDown)
  const up = (name: 'kafka' | 'postgres') => engineUp(name, { folder: engines, until: process.pid })
  const broker = BROKER_URL || (await up('kafka'))
  tell(`Kafka            ${broker}${BROKER_URL ? ', as the environment says' : ', a real one, started for this'}`)
  const keys = KEYS_URL || (await up('postgres'))
  tell(
    `PostgreSQL       ${new URL(keys).host}${KEYS_URL ? ', as the environment says' : ', a real one, started for this'}`,
  )
  if (EVENT_STORE_URL) {
    tell('EventStoreDB     as the environment says')
    return { broker, keys, store: EVENT_STORE_URL }
  }
  const face = opened.add(await startFace({ alone: true }), (it) => it.end())
  tell(
    'event store      NOT a real EventStoreDB: a stand-in that speaks its protocol (gRPC) over the embedded store, in a process of its own; set EVENT_STORE_URL for a real one',
  )
  return { broker, keys, store: face.url }
}

const positionOf = async (gateway: string): Promise<string> => {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ storeInfo { moment { position } } }' }),
  })
  const { data } = (await response.json()) as { data?: { storeInfo: { moment: { position: string } } } }
  return data?.storeInfo.moment.position ?? ''
}

/**
 * Starts the hub spread over processes: four departments, a recorder, a gateway, the decisions, one address in
 * front of them.
 */
export const startSpreadHub = (options: SpreadHubOptions): Promise<SpreadHub> =>
  startWhole(async (opened) => {
    const engines = await startEngines(options, opened)
    const { folder, logLevel, simulatedFrom, installedIn, environment, tell, onCrash } = options
    const keysOf = issueServiceKeys(join(folder, 'keys'), randomBytes(32))
    const env = {
      BROKER_URL: engines.broker,
      KEYS_URL: engines.keys,
      EVENT_STORE_URL: engines.store,
      MASTER_KEYS: randomBytes(32).toString('hex'),
      VIEWS_FOLDER: join(folder, 'views'),
      LOG_LEVEL: logLevel,
      ...environment,
      ...(simulatedFrom !== undefined && { SIMULATED_FROM: new Date(simulatedFrom).toISOString() }),
    }
    const services: ServiceProcess[] = []
    const start = async (
      service: { name: KeyedService; workspace?: string },
      more: Readonly<Record<string, string>> = {},
    ) => {
      const running = opened.add(
        await startService(
          { ...service, installedIn: installedIn?.(service.workspace ?? service.name) },
          { ...env, SERVICE_KEYS_FILE: keysOf(service.name), ...more },
          onCrash,
        ),
        (it) => it.stop(),
      )
      services.push(running)
      tell(`${service.name.padEnd(16)} ${running.url}, a process of its own`)
      return running.url
    }
    const departments: Record<string, string> = {}
    // The recorder founds the store; one after the other is easier to read, too.
    const recorder = await start({ name: 'recorder' })
    for (const name of submittingDepartments) departments[name] = await start({ name })
    const gateway = await start({ name: 'gateway', workspace: 'graphql' })
    const decisions = await start({ name: 'decisions' }, { GATEWAY_URL: gateway })
    const byPath = {
      ...departments,
      identity: decisions,
      reports: decisions,
      schemas: decisions,
      graphql: gateway,
      exports: gateway,
    }
    const clocks = [...Object.values(departments), decisions]
    const front = opened.add(await startFront({ byPath, clocks }, options.port), (it) => it.stop())
    const store = opened.add(await openEventStore({ url: engines.store }), (it) => it.close())
    return {
      url: front.url,
      broker: engines.broker,
      services,
      visible: async () => {
        while ((await serviceMetric(recorder, 'hub_broker_lag_messages')) !== 0) await sleep(200)
        const head = await store.head()
        while ((await positionOf(gateway)) < head) await sleep(200)
      },
      stop: opened.close,
    }
  })
