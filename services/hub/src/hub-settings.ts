import { type BrokerPlace, kafkaPlace, kafkaVariables } from '@hub/broker/open-broker.ts'
import { gatewaySettings, graphqlVariables } from '@hub/graphql/gateway-settings.ts'
import type { Settings, Wanted } from '@hub/runtime/settings.ts'
import type { HubEngines, HubOptions } from './hub.ts'

const other = [
  'DATA_FOLDER',
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'BROKER_URL',
  ...kafkaVariables,
  'EVENT_STORE_URL',
  'KEYS_URL',
  'HUB_KEY',
  'MASTER_KEYS',
  'MASTER_KEYS_FILE',
  'SIMULATED_FROM',
  'INTAKE_THREADS',
  ...graphqlVariables,
] as const

/** What the whole hub in one process reads from the environment; with nothing set, its engines are embedded. */
export const hubVariables = { needed: [], other } as const satisfies Wanted<never, (typeof other)[number]>

export type HubSettings = Settings<never, (typeof other)[number]>

const brokerOf = ({ BROKER_URL, ...settings }: HubSettings): BrokerPlace | undefined =>
  BROKER_URL === undefined ? undefined : kafkaPlace({ ...settings, BROKER_URL }, 'hub')

/** The engines that the environment names; the others are embedded. */
export const enginesOf = (settings: HubSettings): HubEngines => {
  const { EVENT_STORE_URL, KEYS_URL, MASTER_KEYS, MASTER_KEYS_FILE, HUB_KEY } = settings
  const broker = brokerOf(settings)
  return {
    ...(broker && { broker }),
    ...(EVENT_STORE_URL !== undefined && { store: { url: EVENT_STORE_URL } }),
    ...(KEYS_URL !== undefined && { keysUrl: KEYS_URL }),
    ...(MASTER_KEYS !== undefined && { masterKeys: { text: MASTER_KEYS } }),
    ...(MASTER_KEYS_FILE !== undefined && { masterKeys: { file: MASTER_KEYS_FILE } }),
    ...(HUB_KEY !== undefined && { hubKey: HUB_KEY }),
  }
}

/** What the hub is started with. */
export const hubOptions = (settings: HubSettings): Omit<HubOptions, 'onCrash'> => ({
  dataFolder: settings.DATA_FOLDER,
  host: settings.HOST,
  port: settings.PORT,
  logLevel: settings.LOG_LEVEL,
  engines: enginesOf(settings),
  graphql: gatewaySettings(settings),
  ...(settings.INTAKE_THREADS !== undefined && { intakeThreads: settings.INTAKE_THREADS }),
  ...(settings.SIMULATED_FROM !== undefined && { simulatedFrom: settings.SIMULATED_FROM }),
})
