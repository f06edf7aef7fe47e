import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceKeysText } from '@hub/runtime/service-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { type KeyedService, keyedServices } from '@hub/schemas/format/service-keys.ts'

/** Issues every service's keys from a hub key into files of a folder; answers where a service's are. */
export const issueServiceKeys = (folder: string, hubKey: Uint8Array): ((service: KeyedService) => string) => {
  const keys = deriveHubKeys(hubKey)
  const fileOf = (service: KeyedService) => join(folder, `${service}.keys`)
  mkdirSync(folder, { recursive: true })
  for (const service of keyedServices) writeFileSync(fileOf(service), serviceKeysText(keys, service), { mode: 0o600 })
  return fileOf
}
