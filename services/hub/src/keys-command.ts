import { existsSync } from 'node:fs'
import { loadKeyFile, writeKeyFile } from '@hub/keys/key-files.ts'
import { addMasterKey, type MasterKeysPlace, openMasterKeys } from '@hub/keys/master-keys.ts'
import { openPersonKeys, type PersonKeysPlace } from '@hub/keys/open-person-keys.ts'
import type { KeptPersonKeys } from '@hub/keys/person-keys.ts'
import { rotateMasterKey } from '@hub/keys/rotate.ts'
import { serviceKeysText } from '@hub/runtime/service-keys.ts'
import { readSettings } from '@hub/runtime/settings.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { keyedServices } from '@hub/schemas/format/service-keys.ts'
import type { Command } from 'commander'
import { dataFiles } from './data-files.ts'

const wanted = { needed: [], other: ['KEYS_URL', 'MASTER_KEYS', 'MASTER_KEYS_FILE'] } as const

/** Where the persons' keys are: what the environment names, else in the data folder. */
const keysPlace = (data: string, env: NodeJS.ProcessEnv): PersonKeysPlace => {
  const { KEYS_URL, MASTER_KEYS, MASTER_KEYS_FILE } = readSettings(wanted, env)
  const files = dataFiles(data)
  const masterKeys: MasterKeysPlace = MASTER_KEYS_FILE
    ? { file: MASTER_KEYS_FILE }
    : MASTER_KEYS
      ? { text: MASTER_KEYS }
      : { file: files.masterKey }
  if (KEYS_URL !== undefined) return { url: KEYS_URL, masterKeys }
  if (!existsSync(files.keys))
    throw new Error(`${data} holds no persons' keys: name a hub's folder by --data, or set KEYS_URL`)
  return { file: files.keys, masterKeys }
}

/** The version to rotate to: one that is half-way, else the newest known, else a new one where there is a file to put it. */
const versionFor = async (keys: KeptPersonKeys, place: MasterKeysPlace): Promise<number> => {
  const inUse = await keys.masterVersion()
  if ((await keys.waiting()) > 0) return inUse
  const newest = openMasterKeys(place).newest()
  if (newest > inUse) return newest
  if ('file' in place) return addMasterKey(place.file)
  throw new Error(
    `MASTER_KEYS holds no version above ${inUse}: add ",${inUse + 1}:<64 hex digits>" to it for every process of the hub, restart them one by one, then rotate`,
  )
}

/** `hub keys rotate`: wraps every person's key under a newer master key, while the hub runs. */
export const rotateCommand = async (
  data: string,
  env: NodeJS.ProcessEnv,
  print: (text: string) => void,
): Promise<void> => {
  const place = keysPlace(data, env)
  const keys = await openPersonKeys(place)
  try {
    const version = await versionFor(keys, place.masterKeys)
    print(`wrapping under version ${version} of the master key; stop it at any time, the next run goes on`)
    const rotated = await rotateMasterKey(keys, version, {
      onProgress: ({ done, waiting }) => print(`  ${done} done, ${waiting} to go`),
    })
    print(
      `${rotated} keys are wrapped under version ${version}. The older versions are needed by older backups alone: move them there, out of the master keys.`,
    )
  } finally {
    await keys.close()
  }
}

/** The hub key: what the environment names, else in the data folder. It is never made here. */
const hubKeyOf = (data: string, env: NodeJS.ProcessEnv): Uint8Array =>
  readSettings({ needed: [], other: ['HUB_KEY'] }, env).HUB_KEY ?? loadKeyFile(dataFiles(data).hubKey)

/** `hub keys issue`: writes what one service needs of the hub's keys into a file of its own, for its owner alone. */
export const issueCommand = (
  { service, out, data }: { service: string; out?: string; data: string },
  env: NodeJS.ProcessEnv,
  print: (text: string) => void,
): void => {
  const named = keyedServices.find((name) => name === service)
  if (named === undefined)
    throw new Error(`there is no service ${service}; these have keys: ${keyedServices.join(', ')}`)
  const text = serviceKeysText(deriveHubKeys(hubKeyOf(data, env)), named)
  if (out === undefined) {
    print(text.trimEnd())
    return
  }
  writeKeyFile(out, text)
  print(`the keys of ${named} are in ${out}: give it to that service alone, as SERVICE_KEYS_FILE`)
}

/** Adds `hub keys` to the command line. */
export const addKeysCommand = (program: Command, print: (text: string) => void, env: NodeJS.ProcessEnv): void => {
  const keys = program.command('keys').description("the persons' keys, and those of each service")
  keys
    .command('issue')
    .description('write what a service that runs alone needs of the hub key, and nothing else')
    .requiredOption('--service <name>', keyedServices.join(', '))
    .option('--out <file>', 'the file, readable by its owner alone; without it the text is printed')
    .option('--data <folder>', 'the data folder, where the environment names no HUB_KEY', env.DATA_FOLDER ?? './data')
    .action((options: { service: string; out?: string; data: string }) => issueCommand(options, env, print))
  keys
    .command('rotate')
    .description(
      'wrap every key under a newer master key, while the hub runs; a run that was broken off is gone on with',
    )
    .option('--data <folder>', 'the data folder, where the environment names no KEYS_URL', env.DATA_FOLDER ?? './data')
    .action(({ data }: { data: string }) => rotateCommand(data, env, print))
}
