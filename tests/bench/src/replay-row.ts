import { anybody } from '@hub/reading/caller.ts'
import { openDoor } from '@hub/reading/door.ts'
import { replay } from '@hub/reading/replay/replay.ts'
import { paired, type Row, timed } from './measure.ts'
import { inFolder } from './sample-load.ts'
import { serveCity } from './served-city.ts'

const pageSize = 1000

/** Every event of a city again, at once: against the store's pages with their texts parsed, and nothing else. */
export const replayRow: Row = {
  name: 'replay',
  title:
    'every event replayed in order, parsed, with its place in the log, boxes shut, the state after it on demand; limit: paged scan of the store with JSON.parse',
  reach: { least: 0.3 },
  unit: '× the limit',
  measure: () =>
    inFolder(async (folder) => {
      const city = await serveCity(folder, { persons: 6_000, count: 30_000 })
      const reader = openDoor(city).readerFor(anybody('bench'))
      const upTo = reader.checkpoint().ordinal
      const replayed = () =>
        timed(async () => {
          let events = 0
          for await (const page of replay(() => reader, { filter: {}, upTo })) events += page.length
          if (events !== upTo) throw new Error(`${events} of ${upTo} events were replayed`)
        })
      const scanned = () =>
        timed(async () => {
          let events = 0
          for (let after: string | undefined; ; ) {
            const page = await city.store.readAll({ limit: pageSize, ...(after === undefined ? {} : { after }) })
            for (const { data, metadata } of page) {
              JSON.parse(data)
              JSON.parse(metadata)
            }
            events += page.length
            after = page.at(-1)?.position
            if (after === undefined) break
          }
          if (events !== upTo) throw new Error(`${events} of ${upTo} events were scanned`)
        })
      const { ours, limit, ratio } = await paired(7, replayed, scanned)
      await city.close()
      const rate = (ms: number) => Math.round((upTo * 1000) / ms)
      return { value: ratio, details: { events: upTo, 'replayed/s': rate(ours), 'scanned/s': rate(limit) } }
    }),
}
