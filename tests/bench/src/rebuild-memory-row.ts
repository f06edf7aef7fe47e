import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.ts'
import { memoryResult, type Row } from './measure.ts'
import { fillPlainStore } from './plain-store.ts'
import { inFolder } from './sample-load.ts'

const sizes = { small: 100_000, large: 1_000_000 }

type Told = { ms: number; events: number; files: number }

/** The most memory of a process that builds the views of 1 M events, against one that builds those of 100,000. */
export const rebuildMemoryRow: Row = {
  name: 'rebuild-memory',
  title: 'rebuild of all views, 1 M events, peak memory of its process (and ≤ 400 MB); limit: of 100,000',
  reach: { most: 1.25 },
  unit: '× of 100,000 events',
  measure: () =>
    inFolder(async (folder) => {
      const build = async (size: number) => {
        const own = join(folder, String(size))
        mkdirSync(own)
        const files = await fillPlainStore(own, size)
        const built = await runChild<Told>(new URL('./rebuild-child.ts', import.meta.url), { folder: own, ...files })
        if (built.told.events !== size) throw new Error(`${built.told.events} of ${size} events are in the views`)
        return { ...built, rate: Math.round((size * 1000) / built.told.ms) }
      }
      const small = await build(sizes.small)
      const large = await build(sizes.large)
      return memoryResult(small.peakMb, large.peakMb, { 'events/s': large.rate, files: large.told.files })
    }),
}
