import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { finished } from 'node:stream/promises'

/** A file beside the sheet cannot be written. */
export class FileUnwritable extends Error {
  override name = 'FileUnwritable'
}

/**
 * Writes a file that its owner alone can read, whole or not at all: it takes the place of an older one when the last byte
 * is there. `write` waits where the disk is slower.
 * @throws {FileUnwritable} where the folder cannot be written to, or is full
 */
export const writePrivately = async (
  to: string,
  work: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> => {
  const part = `${to}.part`
  rmSync(part, { force: true })
  const out = createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true })
  const written = finished(out)
  // Thrown where it is awaited below.
  written.catch(() => {})
  let failure: unknown
  out.on('error', (error) => {
    failure = error
  })
  try {
    await work(async (text) => {
      if (!out.write(text)) await Promise.race([once(out, 'drain'), written])
    })
    out.end()
    await written
    renameSync(part, to)
  } catch (error) {
    out.destroy()
    rmSync(part, { force: true })
    if (error !== failure && (error as NodeJS.ErrnoException).syscall !== 'rename') throw error
    throw new FileUnwritable(
      `${to} cannot be written（无法写入，磁盘可能已满）: make room, then run the same command`,
      {
        cause: error,
      },
    )
  }
}
