import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A file system of its own that can be filled. */
export type SmallDisk = { fill(): void; free(): void; remove(): void }

const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'ignore' })

/** Mounts a file system in memory at a folder; undefined where this machine does not let us. */
export const mountSmallDisk = (folder: string, megabytes: number): SmallDisk | undefined => {
  mkdirSync(folder, { recursive: true })
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'hub-test', folder)
  } catch {
    return undefined
  }
  const ballast = join(folder, 'ballast')
  return {
    fill: () => {
      const file = openSync(ballast, 'a')
      try {
        // Smaller and smaller pieces, until not even a byte is left.
        for (let size = 1 << 20; size > 0; size >>= 1)
          try {
            for (;;) writeSync(file, Buffer.alloc(size))
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          }
      } finally {
        closeSync(file)
      }
      if (statfsSync(folder).bavail > 0) throw new Error('the disk is not full')
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => run('umount', '-l', folder),
  }
}
