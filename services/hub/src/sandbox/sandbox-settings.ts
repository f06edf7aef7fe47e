import type { Wanted } from '@hub/runtime/settings.ts'

const other = ['HOST', 'PORT', 'LOG_LEVEL', 'SIMULATED_FROM'] as const

/** What a sandbox reads from the environment. */
export const sandboxVariables = { needed: [], other } as const satisfies Wanted<never, (typeof other)[number]>

const ofRealHubs = [
  'DATA_FOLDER',
  'BROKER_URL',
  'EVENT_STORE_URL',
  'KEYS_URL',
  'HUB_KEY',
  'HUB_KEY_FILE',
  'MASTER_KEYS',
  'MASTER_KEYS_FILE',
] as const

/** Which variables name what belongs to a real hub. A sandbox that passed over them would not be what was meant. */
export const enginesNamed = (env: NodeJS.ProcessEnv): readonly string[] => ofRealHubs.filter((name) => env[name])
