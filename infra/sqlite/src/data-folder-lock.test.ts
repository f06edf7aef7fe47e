import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderLocked, lockDataFolder } from './data-folder-lock.ts'

const lockModule = new URL('./data-folder-lock.ts', import.meta.url).href
const holding = `
  import { lockDataFolder } from ${JSON.stringify(lockModule)}
  try {
    lockDataFolder(process.argv[1])
    gc()
    console.log('locked')
    setInterval(() => {}, 1_000)
  } catch (error) {
    console.log(error.name)
  }`
const holders: ChildProcess[] = []
const startHolder = (folder: string) => {
  const args = ['--expose-gc', '--input-type=module', '-e', holding, folder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  holders.push(child)
  return child
}
const firstWord = async (child: ReturnType<typeof startHolder>) => String((await once(child.stdout, 'data'))[0]).trim()

describe('the lock of a data folder', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
  })
  afterEach(() => {
    for (const child of holders.splice(0)) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('refuses another process and names the one that holds it', async () => {
    const child = startHolder(folder)
    expect(await firstWord(child)).toBe('locked')
    expect(() => lockDataFolder(folder)).toThrow(DataFolderLocked)
    expect(() => lockDataFolder(folder)).toThrow(`process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
  })

  it('takes over from a process that was killed', async () => {
    const child = startHolder(folder)
    await firstWord(child)
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockDataFolder(folder).release()
  })

  it('refuses a second holder in one process, and lets it in after the release', () => {
    const first = lockDataFolder(folder)
    expect(() => lockDataFolder(folder)).toThrow(`process ${process.pid}`)
    first.release()
    first.release()
    lockDataFolder(folder).release()
  })

  it('does not take the pid that a dead process left for the holder', () => {
    writeFileSync(join(folder, 'lock.pid'), '999999999\n')
    lockDataFolder(folder).release()
  })

  it('lets one in when many come at once', async () => {
    const children = Array.from({ length: 6 }, () => startHolder(folder))
    const words = await Promise.all(children.map(firstWord))
    expect(words.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'DataFolderLocked'), 'locked'])
  })
})
