import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isBusy } from './sqlite-connection.ts'

export type DataFolderLock = {
  /** Lets the next process in. Releasing twice does nothing more. */
  release(): void
}

/** Another process (or another part of this one) works in the data folder. */
export class DataFolderLocked extends Error {
  override name = 'DataFolderLocked'
}

/** Held here, so that a lock whose caller keeps nothing is not collected as garbage, which would let it go. */
const held = new Set<DatabaseSync>()

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const readPid = (file: string): number | undefined => {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** The holder writes its pid just after it has taken the lock, so a dead process's pid is waited out for a moment. */
const holderOf = (file: string): number | undefined => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const pid = readPid(file)
    if (pid !== undefined && isAlive(pid)) return pid
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  }
  return undefined
}

/**
 * Takes a data folder for this process, making it where it is missing; throws `DataFolderLocked` with the holder's pid.
 * The lock is SQLite's lock on `lock.db`, which the operating system lets go when the process ends, however it ends.
 * Nothing else in the process may open and close `lock.db`: POSIX would drop the lock.
 */
export const lockDataFolder = (folder: string): DataFolderLock => {
  mkdirSync(folder, { recursive: true })
  const pidFile = join(folder, 'lock.pid')
  const database = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 })
  try {
    database.exec('BEGIN IMMEDIATE')
  } catch (cause) {
    database.close()
    if (!isBusy(cause)) throw cause
    const pid = holderOf(pidFile)
    const holder = pid === undefined ? 'another process' : `process ${pid}`
    throw new DataFolderLocked(`the data folder ${folder} is in use by ${holder}; stop it, or use another folder`, {
      cause,
    })
  }
  held.add(database)
  // Renamed into place, so that nobody reads half a number.
  writeFileSync(`${pidFile}.new`, `${process.pid}\n`)
  renameSync(`${pidFile}.new`, pidFile)
  return {
    release: () => {
      if (!database.isOpen) return
      rmSync(pidFile, { force: true })
      database.close()
      held.delete(database)
    },
  }
}
