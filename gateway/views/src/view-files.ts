import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { catalogue } from '@hub/schemas/catalogue.ts'

/** Raised when the tables or the folding change. */
const viewVersion = 6

/** All that is folded by what types declare. */
const declared = catalogue.map(({ type, time, thing, personField, sealedFields, openFields }) => [
  type,
  time,
  thing,
  personField,
  sealedFields,
  openFields,
])

const vocabulary = createHash('sha256').update(JSON.stringify(declared)).digest('hex').slice(0, 12)

/** The name of a view file begins with this: its number and the vocabulary's digest, so that newer code rebuilds. */
export const viewPrefix = `views-${viewVersion}-${vocabulary}`

/** A name for a rebuild that begins at `at` (ms). */
export const newViewName = (at: number): string => `${viewPrefix}-${at.toString(36)}.sqlite`

const pointer = (folder: string) => join(folder, 'current')

/** Whether a view file was folded by this version of the hub, vocabulary and all. */
export const isOfThisHub = (file: string): boolean => basename(file).startsWith(viewPrefix)

/** The view file in use, if this hub can read its tables; its vocabulary may be an older one. */
export const readableViewFile = (folder: string): string | undefined => {
  if (!existsSync(pointer(folder))) return undefined
  const name = readFileSync(pointer(folder), 'utf8').trim()
  const file = join(folder, name)
  return name.startsWith(`views-${viewVersion}-`) && existsSync(file) ? file : undefined
}

/** The view file in use of this version of the hub; undefined where one has to be built. */
export const currentViewFile = (folder: string): string | undefined => {
  const file = readableViewFile(folder)
  return file !== undefined && isOfThisHub(file) ? file : undefined
}

/** Takes away view files that are not in use any more, and what rebuilds that were broken off have left. */
export const removeViewsBut = (folder: string, kept: readonly string[]): void => {
  const names = kept.map((file) => basename(file))
  for (const name of readdirSync(folder))
    if (
      name.startsWith('views-') &&
      !names.some((one) => name === one || name === `${one}-wal` || name === `${one}-shm`)
    )
      // One that is still open elsewhere stays where the system does not let it go; the next time takes it.
      try {
        rmSync(join(folder, name), { force: true })
      } catch {}
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
