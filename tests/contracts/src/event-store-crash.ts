import { describe, expect, it } from 'vitest'
import { killedAfter } from './contract.ts'
import type { CurrentEventStore } from './event-store.contract.ts'
import { freshStream } from './samples.ts'

/** What a writer that was killed leaves: every acknowledged write, and no half of one. */
export const crashRules = (current: CurrentEventStore): void => {
  describe('a writer killed while it writes', () => {
    it.each([1, 5, 23, 60])('leaves whole writes, and all of the %i acknowledged', async (acknowledged) => {
      const { module, place, another } = current()
      const streams = [freshStream(), freshStream()]
      const lines = await killedAfter(
        './appending-process.ts',
        [module, place, ...streams],
        ({ length }) => length >= acknowledged,
      )
      const store = await another()
      for (const stream of streams) {
        const events = await store.readStream(stream)
        expect(events.length % 3).toBe(0)
        expect(events.length / 3).toBeGreaterThanOrEqual(lines.length)
        expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index))
      }
      const expectedRevision = (await store.readStream(streams[0]!)).length - 1
      const events = [{ ...(await store.readStream(streams[0]!))[0]!, id: crypto.randomUUID() }]
      expect(await store.append([{ stream: streams[0]!, expectedRevision, events }])).toMatchObject([
        { status: 'appended' },
      ])
      await store.close()
    })
  })
}
