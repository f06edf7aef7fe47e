import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { openMasterKeys } from '@hub/keys/master-keys.ts'
import { masterKeysIn } from '@hub/keys/open-person-keys.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dataFiles } from './data-files.ts'
import { rotateCommand } from './keys-command.ts'

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
