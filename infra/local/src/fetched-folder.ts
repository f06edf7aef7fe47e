import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DataFolderLocked, lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'

/** Something that a registry has and this machine needs, kept in a folder of its own with the user's caches. */
export type Fetching = {
  /** The folder's name: another version has another one. */
  name: string
  /** What is fetched and from where, for who waits. */
  told: string
  /**
   * Fills the folder; one that was broken off may have left something there. `isHome` tells whether it lies in the user's
   * home, where the fetching programs may keep caches too. Answers in one line why it can't.
   */
  fetch: (folder: string, isHome: boolean) => Promise<string | undefined>
  /** A folder of many processes that ask one after another: where one of them could not fetch, the others do not try again. */
  run?: string | undefined
}

/** Where it is, or in one line why it is not. */
export type Fetched = { folder: string; missing?: undefined } | { folder?: undefined; missing: string }

const homeCache = (): string[] => {
  try {
    return [process.env.XDG_CACHE_HOME ?? '', join(homedir(), '.cache')].filter(isAbsolute)
  } catch {
    // The operating system knows no home of this user.
    return []
  }
}

/** Where it may lie: with the user's other caches, or where there is no home to write to, in the checkout. */
const places = (name: string) =>
  [...homeCache(), join(import.meta.dirname, '../../../node_modules/.cache')].map((cache) =>
    join(cache, 'veterans-hub', name),
  )

const isFetched = (folder: string) => existsSync(join(folder, 'complete'))

const canBeWritten = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Waits while another process fetches. */
const locked = async (folder: string) => {
  for (;;)
    try {
      return lockDataFolder(folder)
    } catch (error) {
      if (!(error instanceof DataFolderLocked)) throw error
      await pause(500)
    }
}

const fetchInto = async (folder: string, { name, told, fetch, run }: Fetching): Promise<string | undefined> => {
  const failed = run === undefined ? undefined : join(run, `${name}-not-fetched`)
  const lock = await locked(folder)
  try {
    if (isFetched(folder)) return undefined
    if (failed !== undefined && existsSync(failed)) return readFileSync(failed, 'utf8')
    process.stderr.write(`fetching ${told}, once, into ${folder}\n`)
    const isHome = homeCache().some((cache) => folder.startsWith(cache))
    const fault = await fetch(folder, isHome)
    if (fault === undefined) writeFileSync(join(folder, 'complete'), name)
    else if (failed !== undefined) writeFileSync(failed, fault)
    return fault
  } finally {
    lock.release()
  }
}

/** The folder of what was fetched before, by whichever checkout, or is fetched now. */
export const fetchedFolder = async (fetching: Fetching): Promise<Fetched> => {
  const all = places(fetching.name)
  const folder = all.find(isFetched) ?? all.find(canBeWritten)
  if (folder === undefined) return { missing: 'there is no folder that it could be fetched into; set XDG_CACHE_HOME' }
  if (isFetched(folder)) return { folder }
  const fault = await fetchInto(folder, fetching)
  return fault === undefined ? { folder } : { missing: fault }
}
