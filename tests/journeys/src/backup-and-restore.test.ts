import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { restoreBackup } from '@hub/hub/backup/restore-backup.ts'
import { takeBackup } from '@hub/hub/backup/take-backup.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import { openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const cli = fileURLToPath(import.meta.resolve('@hub/hub/cli.ts'))
let root = ''
let remove = () => {}
const at = (name: string) => join(root, name)
const factOf = (order: number) => registration(`R-${order}`, citizenNumberOf(order))

beforeEach(() => {
  const made = hubFolder()
  root = made.folder
  remove = made.remove
})
afterEach(() => remove())

/** A hub with some facts, and its backup: made once, copied for each case. */
const template = hubFolder()
beforeAll(async () => {
  const [data, backup] = [join(template.folder, 'data'), join(template.folder, 'backup')]
  const hub = await startOn(data)
  for (let order = 0; order < 5; order++) await clientOf(hub).settle(factOf(order))
  await takeBackup({ dataFolder: data, folder: backup })
  await hub.stop()
})
afterAll(template.remove)
const backedUp = () => cpSync(template.folder, root, { recursive: true })

/** A folder with the key files of the first one, and nothing else. */
const withKeyFiles = (folder: string) => {
  mkdirSync(folder)
  for (const name of ['hub.key', 'master.key']) cpSync(join(at('data'), name), join(folder, name))
  return folder
}

describe('a backup', () => {
  it('is taken while facts come in, and restored whole: what it holds is known, what is newer is new', async () => {
    const hub = await startOn(at('data'))
    const client = clientOf(hub)
    let settled = 0
    let done = false
    const submitting = (async () => {
      for (; !done; settled++) await client.settle(factOf(settled))
    })()
    while (settled < 20) await new Promise((resolve) => setTimeout(resolve, 10))
    const manifest = await takeBackup({ dataFolder: at('data'), folder: at('backup') })
    const later = settled + 1
    done = true
    await submitting
    await hub.stop()
    expect(manifest.events).toBeGreaterThanOrEqual(20)
    expect(manifest.persons).toBeGreaterThanOrEqual(20)
    await restoreBackup({ folder: at('backup'), dataFolder: withKeyFiles(at('restored')) })
    const restored = await startOn(at('restored'))
    const states: (string | undefined)[] = []
    for (let again = 0; again < settled; again++) states.push((await clientOf(restored).settle(factOf(again)))?.state)
    await restored.stop()
    expect(states.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'DUPLICATE'))
    expect(states.slice(later)).not.toContain('DUPLICATE')
    expect(states.every((state) => state === 'DUPLICATE' || state === 'RECORDED')).toBe(true)
  })

  it('is taken and restored by the command, which says what it lacks', async () => {
    const run = promisify(execFile)
    const hub = await startOn(at('data'))
    await clientOf(hub).settle(factOf(1))
    const taken = await run(process.execPath, [cli, 'backup', at('backup'), '--data', at('data')])
    await hub.stop()
    expect(taken.stdout).toMatch(/2 events up to position 0{15}20{15}2, keys of 1 persons/)
    expect(taken.stdout).toMatch(/does not hold hub\.key and master\.key/)
    const folder = withKeyFiles(at('restored'))
    const restored = await run(process.execPath, [cli, 'restore', at('backup'), '--data', folder])
    expect(restored.stdout).toMatch(/2 events/)
    expect(restored.stdout).toMatch(/erase again who has been erased since/)
  })

  it('holds neither the hub’s key nor the master key', () => {
    backedUp()
    expect(readdirSync(at('backup')).toSorted()).toEqual(['keys.db', 'manifest.json', 'store.db'])
    const keys = ['hub.key', 'master.key'].map((name) => readFileSync(join(at('data'), name), 'utf8').trim())
    for (const name of readdirSync(at('backup'))) {
      const bytes = readFileSync(join(at('backup'), name))
      for (const key of keys) {
        expect(bytes.includes(key)).toBe(false)
        expect(bytes.includes(Buffer.from(key, 'hex'))).toBe(false)
      }
    }
  })

  it('does not bring back the key of a person erased since, where the keys are still there', async () => {
    backedUp()
    const files = dataFiles(at('data'))
    const opened = () => openPersonKeys({ file: files.keys, masterKeys: { file: files.masterKey } })
    const before = await opened()
    const { hubKey } = files
    const keys = deriveHubKeys(Buffer.from(readFileSync(hubKey, 'utf8').trim(), 'hex'))
    const person = personIdOfCitizenNumber(keys.persons, citizenNumberOf(3))
    expect((await before.find([person])).size).toBe(1)
    await before.destroy(person)
    await before.close()
    rmSync(files.store)
    rmSync(`${files.store}-wal`, { force: true })
    const restored = await restoreBackup({ folder: at('backup'), dataFolder: at('data') })
    expect(restored.keptKeys).toBe(true)
    const after = await opened()
    expect((await after.find([person])).size).toBe(0)
    await after.close()
  })
})

describe('a restore is refused, and leaves no store,', () => {
  const refused = async (dataFolder: string, reason: RegExp) => {
    await expect(restoreBackup({ folder: at('backup'), dataFolder })).rejects.toThrow(reason)
    expect(readdirSync(dataFolder).filter((name) => name.includes('restoring'))).toEqual([])
  }

  it('where there is a store, or a hub runs', async () => {
    backedUp()
    await refused(at('data'), /is there already/)
    const hub = await startOn(at('data'))
    await refused(at('data'), /in use by process/)
    await hub.stop()
  })

  it('without the key files, or with others', async () => {
    backedUp()
    mkdirSync(at('empty'))
    await refused(at('empty'), /put .*hub\.key and .*master\.key there first/)
    const folder = withKeyFiles(at('other'))
    writeFileSync(join(folder, 'hub.key'), `${randomBytes(32).toString('hex')}\n`)
    await refused(folder, /not the key that this store was founded with/)
    cpSync(join(at('data'), 'hub.key'), join(folder, 'hub.key'))
    rmSync(join(folder, 'master.key'))
    writeFileSync(join(folder, 'master.key'), `${randomBytes(32).toString('hex')}\n`)
    await refused(folder, /master key/)
    expect(existsSync(join(folder, 'store.db'))).toBe(false)
  })

  it('from a backup that is cut off, changed, or was never finished', async () => {
    backedUp()
    const folder = withKeyFiles(at('restored'))
    const keys = readFileSync(join(at('backup'), 'keys.db'))
    truncateSync(join(at('backup'), 'keys.db'), 4096)
    await refused(folder, /keys\.db in .* is missing or damaged/)
    writeFileSync(join(at('backup'), 'keys.db'), keys)
    const store = readFileSync(join(at('backup'), 'store.db'))
    store[store.length - 10]! ^= 1
    writeFileSync(join(at('backup'), 'store.db'), store)
    await refused(folder, /store\.db in .* is missing or damaged/)
    rmSync(join(at('backup'), 'manifest.json'))
    await refused(folder, /holds no whole backup/)
  })

  it('and a backup into a folder that holds something', async () => {
    backedUp()
    await expect(takeBackup({ dataFolder: at('data'), folder: at('backup') })).rejects.toThrow(/not empty/)
    await expect(takeBackup({ dataFolder: at('nowhere'), folder: at('other') })).rejects.toThrow(/is not there/)
  })
})
