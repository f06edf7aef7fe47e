import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, cpSync, existsSync, renameSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { dataFiles } from '@hub/hub/data-files.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const main = fileURLToPath(import.meta.resolve('@hub/hub/main.ts'))
const command = fileURLToPath(import.meta.resolve('@hub/hub/cli.ts'))
let folder = ''
let remove = () => {}
const processes = new Set<ChildProcess>()

/** What a hub says that does not start, as a process of its own. */
const refusalOf = async () => {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATA_FOLDER: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  processes.add(child)
  let text = ''
  child.stderr.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  const [code] = (await once(child, 'close')) as [number | null]
  processes.delete(child)
  return { code, text }
}

const known = registration('R-1', citizenNumberOf(1))
/** A folder in which a hub has worked: each test has a copy of its own. */
const used = hubFolder()
beforeAll(async () => {
  const hub = await startOn(used.folder)
  await clientOf(hub).settle(known)
  await hub.stop()
})
afterAll(used.remove)
beforeEach(() => {
  const made = hubFolder()
  folder = made.folder
  remove = made.remove
  cpSync(used.folder, folder, { recursive: true })
})
afterEach(() => {
  for (const child of processes) child.kill('SIGKILL')
  remove()
})

/** Nothing is lost: what was recorded is known, and more is recorded. */
const expectWhole = async () => {
  const hub = await startOn(folder)
  const client = clientOf(hub)
  expect(await client.settle(known)).toMatchObject({ state: 'DUPLICATE' })
  expect(await client.settle(registration('R-2', citizenNumberOf(2)))).toMatchObject({ state: 'RECORDED' })
  await hub.stop()
}

describe('a hub does not start', () => {
  it('on a store that was founded with another key, and starts again with the right one', async () => {
    const { hubKey } = dataFiles(folder)
    copyFileSync(hubKey, `${hubKey}.right`)
    writeFileSync(hubKey, `${randomBytes(32).toString('hex')}\n`)
    const { code, text } = await refusalOf()
    expect(code).not.toBe(0)
    expect(text).toMatch(/founded with another hub key/)
    copyFileSync(`${hubKey}.right`, hubKey)
    await expectWhole()
  })

  it('on a store of a newer format, and writes nothing into it', async () => {
    const formatTo = (from: number, to: number) => {
      const database = new DatabaseSync(dataFiles(folder).store)
      const change = database.prepare(`UPDATE events SET data = replace(data, ?, ?) WHERE stream = 'hub-founding'`)
      change.run(`"formatVersion":${from}`, `"formatVersion":${to}`)
      const { last } = database.prepare('SELECT max(sequence) AS last FROM events').get() as { last: number }
      database.close()
      return last
    }
    const last = formatTo(1, 2)
    const { code, text } = await refusalOf()
    expect(code).not.toBe(0)
    expect(text).toMatch(/format 2.*install the newer hub/)
    expect(formatTo(2, 1)).toBe(last)
    await expectWhole()
  })

  it('on a store from before the format was final, and says what to do', async () => {
    const database = new DatabaseSync(dataFiles(folder).store)
    const founding = "WHERE stream = 'hub-founding'"
    const { metadata } = database.prepare(`SELECT metadata FROM events ${founding}`).get() as { metadata: string }
    const write = database.prepare(`UPDATE events SET metadata = ? ${founding}`)
    const { admission: _admission, ...before } = JSON.parse(metadata)
    write.run(JSON.stringify(before))
    const { code, text } = await refusalOf()
    expect(code).not.toBe(0)
    expect(text).toMatch(/from before format version 1 was final.*needs an empty store/)
    write.run(metadata)
    database.close()
    await expectWhole()
  })

  it('on a folder that another process works in, which goes on', async () => {
    const hub = await startOn(folder)
    const { code, text } = await refusalOf()
    expect(code).not.toBe(0)
    expect(text).toMatch(/in use by process \d+/)
    expect(await clientOf(hub).settle(registration('R-3', citizenNumberOf(3)))).toMatchObject({ state: 'RECORDED' })
    await hub.stop()
    await expectWhole()
  })

  it('under another master key, since it could not read what it has sealed', async () => {
    const { masterKey } = dataFiles(folder)
    copyFileSync(masterKey, `${masterKey}.right`)
    writeFileSync(masterKey, `${randomBytes(32).toString('hex')}\n`)
    const { code, text } = await refusalOf()
    expect(code).not.toBe(0)
    expect(text).toMatch(/master key/)
    copyFileSync(`${masterKey}.right`, masterKey)
    await expectWhole()
  })

  it('on a port that is taken, and leaves the folder free', async () => {
    const other = hubFolder()
    const hub = await startOn(other.folder)
    await expect(startOn(folder, { port: Number(new URL(hub.url).port) })).rejects.toThrow(/EADDRINUSE/)
    await hub.stop()
    other.remove()
    await expectWhole()
  })
})

describe('a command that only reads', () => {
  it('makes no hub key where it is missing, and says what to do', async () => {
    const { hubKey } = dataFiles(folder)
    renameSync(hubKey, `${hubKey}.away`)
    for (const args of [
      ['export', 'veterans', '--out', 'veterans.csv'],
      ['views', 'verify'],
      ['report', 'show', '2025'],
    ]) {
      const child = spawn(process.execPath, [command, ...args, '--data', folder], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      processes.add(child)
      let text = ''
      child.stderr.on('data', (piece: Buffer) => {
        text += piece.toString()
      })
      const [code] = (await once(child, 'close')) as [number | null]
      expect([args.join(' '), code !== 0, existsSync(hubKey)]).toEqual([args.join(' '), true, false])
      expect(text, args.join(' ')).toMatch(/hub\.key is missing: bring it back from its backup/)
    }
  })
})
