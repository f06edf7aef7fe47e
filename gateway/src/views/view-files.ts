import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@hub/schemas/catalogue.ts'

/** Raised when the tables or the folding change. */
const viewVersion = 1

const vocabulary = createHash('sha256')
  .update(JSON.stringify(catalogue.map(({ type, personalFields }) => [type, personalFields])))
  .digest('hex')
  .slice(0, 12)

/** The name of a view file begins with this: its number and the vocabulary's digest, so that newer code rebuilds. */
export const viewPrefix = `views-${viewVersion}-${vocabulary}`

/** A name for a rebuild that begins at `at` (ms). */
export const newViewName = (at: number): string => `${viewPrefix}-${at.toString(36)}.sqlite`

const pointer = (folder: string) => join(folder, 'current')

/** The view file in use of this version of the hub; undefined where one has to be built. */
export const currentViewFile = (folder: string): string | undefined => {
  if (!existsSync(pointer(folder))) return undefined
  const name = readFileSync(pointer(folder), 'utf8').trim()
  const file = join(folder, name)
  return name.startsWith(viewPrefix) && existsSync(file) ? file : undefined
}

/** Makes a view file the one in use, all at once. */
export const pointTo = (folder: string, name: string): void => {
  mkdirSync(folder, { recursive: true })
  const next = `${pointer(folder)}.next`
  const handle = openSync(next, 'w')
  writeSync(handle, name)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(next, pointer(folder))
}
