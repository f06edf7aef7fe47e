import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DataFolderLocked, lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import { commandOf, endProcess, isRunning } from './engine-process.ts'
import { startKafka } from './kafka.ts'
import { startPostgres } from './postgres.ts'

export const engineNames = ['kafka', 'postgres'] as const
export type EngineName = (typeof engineNames)[number]

/** What is written down about a server that runs in a folder. */
type Running = { pid: number; url: string }

const stopSignal: Record<EngineName, NodeJS.Signals> = { kafka: 'SIGTERM', postgres: 'SIGINT' }
const recordIn = (folder: string, name: EngineName) => join(folder, `${name}.json`)

/** The server that this folder's record speaks of; undefined where it does not run, or its pid is another's by now. */
const runningIn = (folder: string, name: EngineName): Running | undefined => {
  try {
    const running = JSON.parse(readFileSync(recordIn(folder, name), 'utf8')) as Running
    const isOurs = isRunning(running.pid) && commandOf(running.pid).includes(join(folder, name))
    return isOurs ? running : undefined
  } catch {
    return undefined
  }
}

const start = async (name: EngineName, options: { folder: string; port?: number; until: number | undefined }) => {
  if (name === 'postgres') return startPostgres(options)
  const kafka = await startKafka(options)
  return { url: kafka.url, pid: kafka.pid() }
}

/** Waits while another process starts or stops something in the folder. */
const withFolder = async <Result>(folder: string, work: () => Promise<Result>): Promise<Result> => {
  for (;;)
    try {
      const lock = lockDataFolder(folder)
      try {
        return await work()
      } finally {
        lock.release()
      }
    } catch (error) {
      if (!(error instanceof DataFolderLocked)) throw error
      await pause(200)
    }
}

/**
 * The URL of a server that runs in a folder; it is started where it does not run yet. `until` is the process whose end
 * ends it; without one it runs until `enginesDown`.
 */
export const engineUp = async (
  name: EngineName,
  options: { folder: string; port?: number; until?: number },
): Promise<string> => {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  return withFolder(folder, async () => {
    const running = runningIn(folder, name)
    if (running) return running.url
    const port = options.port === undefined ? {} : { port: options.port }
    const { url, pid } = await start(name, { folder: join(folder, name), ...port, until: options.until })
    // The URL of PostgreSQL holds its password.
    writeFileSync(recordIn(folder, name), JSON.stringify({ pid, url }), { mode: 0o600 })
    return url
  })
}

/** Stops the servers that run in a folder, and no others; answers which. What they hold stays. */
export const enginesDown = async (folder: string): Promise<EngineName[]> => {
  const at = resolve(folder)
  return withFolder(at, async () => {
    const stopped: EngineName[] = []
    for (const name of engineNames) {
      const running = runningIn(at, name)
      if (running) {
        await endProcess(running.pid, stopSignal[name])
        stopped.push(name)
      }
      rmSync(recordIn(at, name), { force: true })
    }
    return stopped
  })
}
