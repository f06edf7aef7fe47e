import { describe, expect, it } from 'vitest'
import type { CurrentEventStore } from './event-store.contract.ts'
import { asAppended, freshStream, newStream, sampleEvents } from './samples.ts'

/** Reading a stream and all events, both ways. */
export const readingRules = (current: CurrentEventStore): void => {
  describe('reading a stream', () => {
    const revisionsOf = async (stream: string, ...options: [object?]) =>
      (await current().store.readStream(stream, ...options)).map(({ revision }) => revision)

    it('is empty for a stream that is not there', async () => {
      expect(await current().store.readStream(freshStream())).toEqual([])
      expect(await current().store.readStream(freshStream(), { direction: 'backwards' })).toEqual([])
    })

    it('reads forwards and backwards, from a revision, in pages', async () => {
      const stream = freshStream()
      await current().store.append([newStream(stream, sampleEvents(6))])
      expect(await revisionsOf(stream)).toEqual([0, 1, 2, 3, 4, 5])
      expect(await revisionsOf(stream, { from: 4 })).toEqual([4, 5])
      expect(await revisionsOf(stream, { from: 1, limit: 2 })).toEqual([1, 2])
      expect(await revisionsOf(stream, { from: 6 })).toEqual([])
      expect(await revisionsOf(stream, { direction: 'backwards' })).toEqual([5, 4, 3, 2, 1, 0])
      expect(await revisionsOf(stream, { direction: 'backwards', limit: 1 })).toEqual([5])
      expect(await revisionsOf(stream, { direction: 'backwards', from: 3, limit: 2 })).toEqual([3, 2])
      expect(await revisionsOf(stream, { direction: 'backwards', from: 99, limit: 2 })).toEqual([5, 4])
    })

    it('says stream, and when the store wrote it', async () => {
      const stream = freshStream()
      const before = Date.now()
      await current().store.append([newStream(stream, sampleEvents(1))])
      const [event] = await current().store.readStream(stream)
      expect(event?.stream).toBe(stream)
      expect(event?.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      // A server has a clock of its own.
      expect(Math.abs(Date.parse(event?.created ?? '') - before)).toBeLessThan(60_000)
    })

    it('reads at most 1,000 events where nothing else is asked', async () => {
      const stream = freshStream()
      await current().store.append([newStream(stream, sampleEvents(1_001))])
      expect(await current().store.readStream(stream)).toHaveLength(1_000)
    })
  })

  describe('reading spans of many streams', () => {
    it('gives the events of each span, in the order of the spans', async () => {
      const { store } = current()
      const [one, two] = [freshStream(), freshStream()]
      await store.append([newStream(one, sampleEvents(6)), newStream(two, sampleEvents(3))])
      const found = await store.readSpans([
        { stream: two, from: 1, to: 2 },
        { stream: one, from: 4, to: 9 },
        { stream: freshStream(), from: 0, to: 5 },
        { stream: one, from: 0, to: 0 },
      ])
      expect(found.map(({ stream, revision }) => [stream, revision])).toEqual([
        [two, 1],
        [two, 2],
        [one, 4],
        [one, 5],
        [one, 0],
      ])
      expect(found.slice(0, 2)).toEqual(await store.readStream(two, { from: 1 }))
      expect(await store.readSpans([])).toEqual([])
    })

    it('gives a long span whole, and many spans at once', async () => {
      const { store } = current()
      const long = freshStream()
      await store.append([newStream(long, sampleEvents(1_001))])
      expect(await store.readSpans([{ stream: long, from: 0, to: 1_000 }])).toHaveLength(1_001)
      const each = Array.from({ length: 150 }, (_, revision) => ({ stream: long, from: revision, to: revision }))
      expect((await store.readSpans(each)).map(({ revision }) => revision)).toEqual(each.map(({ from }) => from))
    })
  })

  describe('reading all events', () => {
    it('reads what came after a position, in store order', async () => {
      const { store } = current()
      const start = await store.head()
      const [one, two] = [freshStream(), freshStream()]
      const events = sampleEvents(5)
      await store.append([newStream(one, events.slice(0, 2))])
      await store.append([newStream(two, events.slice(2, 4))])
      await store.append([{ stream: one, expectedRevision: 1, events: events.slice(4) }])
      const all = await store.readAll({ after: start })
      expect(all.map(asAppended)).toEqual(events)
      expect(all.map(({ stream }) => stream)).toEqual([one, one, two, two, one])
      expect(all.map(({ revision }) => revision)).toEqual([0, 1, 0, 1, 2])
      expect(all.at(-1)?.position).toBe(await store.head())
      const positions = all.map(({ position }) => position)
      expect(positions).toEqual([...new Set(positions)].toSorted())
      expect(start < positions[0]!).toBe(true)
    })

    it('is exclusive, both ways, in pages', async () => {
      const { store } = current()
      const start = await store.head()
      await store.append([newStream(freshStream(), sampleEvents(5))])
      const positions = (await store.readAll({ after: start })).map(({ position }) => position)
      const page = async (options: object) => (await store.readAll(options)).map(({ position }) => position)
      expect(await page({ after: positions[1], limit: 2 })).toEqual(positions.slice(2, 4))
      expect(await page({ after: positions[4] })).toEqual([])
      expect(await page({ direction: 'backwards', limit: 3 })).toEqual(positions.slice(2).reverse())
      expect(await page({ direction: 'backwards', after: positions[2], limit: 2 })).toEqual([
        positions[1],
        positions[0],
      ])
    })

    it('meets the same events from every connection', async () => {
      const start = await current().store.head()
      await current().store.append([newStream(freshStream(), sampleEvents(3))])
      const other = await current().another()
      expect(await other.readAll({ after: start })).toEqual(await current().store.readAll({ after: start }))
      expect(await other.head()).toBe(await current().store.head())
      await other.close()
    })
  })
}
