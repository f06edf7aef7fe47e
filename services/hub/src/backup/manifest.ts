import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isPosition } from '@hub/schemas/format/position.ts'
import { z } from 'zod'

const file = z.strictObject({ bytes: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const manifest = z.strictObject({
  backup: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The store's UUID, how many events it holds, and the position of the last one. */
  store: z.uuid(),
  events: z.int().positive(),
  head: z.string().refine(isPosition),
  hubKeyFingerprint: z.string(),
  persons: z.int().nonnegative(),
  files: z.strictObject({ 'store.db': file, 'keys.db': file }),
})

/** What a backup is. It is written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof manifest>
export type BackedUpFile = keyof Manifest['files']

export const manifestFile = (folder: string): string => join(folder, 'manifest.json')

/** Size and SHA-256 of a file. */
export const fingerprintOf = async (path: string): Promise<Manifest['files'][BackedUpFile]> => {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (pieces) => {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      hash.update(piece)
      bytes += piece.length
    }
  })
  return { bytes, sha256: hash.digest('hex') }
}

/** Reads a backup's manifest. @throws where there is none, or one of a newer hub */
export const readManifest = (folder: string): Manifest => {
  let text: string
  try {
    text = readFileSync(manifestFile(folder), 'utf8')
  } catch (cause) {
    throw new Error(`${folder} holds no whole backup: it has no manifest.json`, { cause })
  }
  try {
    return manifest.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`the manifest in ${folder} is none that this hub understands: use the hub that wrote it`, { cause })
  }
}

/** @throws where a file of a backup is not what was backed up */
export const checkFiles = async (folder: string, { files }: Manifest): Promise<void> => {
  for (const [name, expected] of Object.entries(files)) {
    const found = await fingerprintOf(join(folder, name)).catch(() => undefined)
    if (found?.sha256 !== expected.sha256)
      throw new Error(`${name} in ${folder} is missing or damaged: it is not what was backed up; take another backup`)
  }
}
