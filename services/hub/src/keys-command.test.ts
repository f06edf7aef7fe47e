import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { openMasterKeys } from '@hub/keys/master-keys.ts'
import { masterKeysIn } from '@hub/keys/open-person-keys.ts'
import { readServiceKeys } from '@hub/runtime/service-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { keysOfService } from '@hub/schemas/format/service-keys.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dataFiles } from './data-files.ts'
import { issueCommand, rotateCommand } from './keys-command.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('rotates the master key of a folder that a hub works in, and again', async () => {
  const files = dataFiles(folder)
  mkdirSync(folder, { recursive: true })
  masterKeysIn(files.masterKey)
  const running = openEmbeddedPersonKeys({ file: files.keys, masterKey: openMasterKeys({ file: files.masterKey }) })
  const made = await running.ensure(Array.from({ length: 1200 }, (_, n) => `1p${n}`))
  const said: string[] = []
  await rotateCommand(folder, {}, (text) => said.push(text))
  expect(said.join('\n')).toMatch(/500 done, 700 to go[\s\S]*1200 keys are wrapped under version 2/)
  expect((await running.ensure(['1new'])).size).toBe(1)
  await rotateCommand(folder, {}, (text) => said.push(text))
  expect(said.join('\n')).toMatch(/1201 keys are wrapped under version 3/)
  expect(await running.find([...made.keys()])).toEqual(made)
  await running.close()
  // No key has been told.
  for (const line of readFileSync(files.masterKey, 'utf8').trim().split('\n'))
    expect(said.join('\n')).not.toContain(line.split(':').at(-1))
  const last = readFileSync(files.masterKey, 'utf8').trim().split('\n').at(-1)!
  const onlyNewest = openEmbeddedPersonKeys({ file: files.keys, masterKey: openMasterKeys({ text: last }) })
  expect(await onlyNewest.find([...made.keys()])).toEqual(made)
  await onlyNewest.close()
})

it('says what to do where there is nothing to rotate, or no newer key', async () => {
  await expect(rotateCommand(folder, {}, () => undefined)).rejects.toThrow(/--data.*KEYS_URL/)
  const files = dataFiles(folder)
  const text = `1:${'ab'.repeat(32)}`
  const keys = openEmbeddedPersonKeys({ file: files.keys, masterKey: openMasterKeys({ text }) })
  await keys.close()
  await expect(rotateCommand(folder, { MASTER_KEYS: text }, () => undefined)).rejects.toThrow(
    /no version above 1.*",2:/,
  )
})

it('issues the keys of one service into a file for its owner alone, from the hub key that is there', () => {
  const hubKey = new Uint8Array(32).fill(3)
  const out = join(folder, 'finance.keys')
  const said: string[] = []
  const env = { HUB_KEY: Buffer.from(hubKey).toString('hex') }
  issueCommand({ service: 'finance', out, data: folder }, env, (text) => said.push(text))
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(readServiceKeys(out, 'finance')).toEqual(keysOfService(deriveHubKeys(hubKey), 'finance'))
  expect(said.join()).toMatch(/give it to that service alone/)
  expect(said.join()).not.toMatch(/[0-9a-f]{64}/)
})

it('issues none for a service that has none, and makes no hub key where none is', () => {
  const issue = (service: string) => () => issueCommand({ service, data: folder }, {}, () => undefined)
  expect(issue('notary')).toThrow(/these have keys: .*finance.*gateway/)
  expect(issue('finance')).toThrow(/hub\.key is missing: bring it back from its backup/)
  expect(existsSync(dataFiles(folder).hubKey)).toBe(false)
})
