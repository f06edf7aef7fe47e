import type { EventStore, FollowedBatch, StoredEvent } from '@hub/event-store/event-store.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import { describe, expect, it } from 'vitest'
import type { CurrentEventStore } from './event-store.contract.ts'
import { freshStream, newStream, sampleEvents } from './samples.ts'

/** Follows until `enough`; then the signal ends it. */
const followUntil = async (
  store: EventStore,
  after: Position,
  enough: (events: readonly StoredEvent[], batch: FollowedBatch) => boolean,
  batchSize = 1_000,
): Promise<{ events: StoredEvent[]; batches: FollowedBatch[] }> => {
  const controller = new AbortController()
  const events: StoredEvent[] = []
  const batches: FollowedBatch[] = []
  for await (const batch of store.follow({ after, batchSize, signal: controller.signal })) {
    events.push(...batch.events)
    batches.push(batch)
    if (enough(events, batch)) controller.abort()
  }
  return { events, batches }
}

/** Following: all events after a position, then those that come; no gap, no repeat. */
export const followingRules = (current: CurrentEventStore): void => {
  describe('following', () => {
    it('says at once that it has caught up where there is nothing', async () => {
      const { store } = current()
      const { batches } = await followUntil(store, await store.head(), (_, { caughtUp }) => caughtUp)
      expect(batches).toEqual([{ events: [], caughtUp: true }])
    })

    it('pages through what is there, then says that it has caught up', async () => {
      const { store } = current()
      const start = await store.head()
      await store.append([newStream(freshStream(), sampleEvents(10))])
      const { events, batches } = await followUntil(store, start, (_, { caughtUp }) => caughtUp, 4)
      expect(events).toEqual(await store.readAll({ after: start }))
      expect(batches.every((batch) => batch.events.length <= 4)).toBe(true)
      expect(batches.map(({ caughtUp }) => caughtUp).indexOf(true)).toBe(batches.length - 1)
    })

    it('brings what another connection writes while it follows, without gap or repeat', async () => {
      const start = await current().store.head()
      const other = await current().another()
      const following = followUntil(current().store, start, (events) => events.length >= 300, 7)
      for (let index = 0; index < 100; index++) {
        await other.append([newStream(freshStream(), sampleEvents(3))])
        if (index % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      }
      const { events } = await following
      expect(events).toEqual(await other.readAll({ after: start }))
      await other.close()
    })

    it('serves many followers, each from its own position', async () => {
      const { store } = current()
      const start = await store.head()
      await store.append([newStream(freshStream(), sampleEvents(20))])
      const middle = (await store.readAll({ after: start }))[9]!.position
      const following = [start, middle].map((after, index) =>
        followUntil(store, after, (events) => events.length >= 25 - index * 10),
      )
      await store.append([newStream(freshStream(), sampleEvents(5))])
      const [all, half] = await Promise.all(following)
      expect(all?.events).toEqual(await store.readAll({ after: start }))
      expect(half?.events).toEqual(all?.events.slice(10))
    })

    it('goes on from where it was after it ended', async () => {
      const { store } = current()
      const start = await store.head()
      await store.append([newStream(freshStream(), sampleEvents(6))])
      const first = await followUntil(store, start, () => true, 4)
      const rest = await followUntil(store, first.events.at(-1)!.position, (_, { caughtUp }) => caughtUp)
      expect([...first.events, ...rest.events]).toEqual(await store.readAll({ after: start }))
    })

    it('brings a new event soon', async () => {
      const { store } = current()
      const start = await store.head()
      const other = await current().another()
      let began = 0
      const waits: number[] = []
      const appends: Promise<unknown>[] = []
      await followUntil(store, start, ({ length }) => {
        if (length > 0) waits.push(performance.now() - began)
        if (length >= 20) return true
        began = performance.now()
        appends.push(other.append([newStream(freshStream(), sampleEvents(1))]))
        return false
      })
      await Promise.all(appends)
      await other.close()
      expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(200)
    })

    it('ends with the signal, also while it waits, and where it had come before', async () => {
      const { store } = current()
      const controller = new AbortController()
      let batches = 0
      for await (const _ of store.follow({ after: await store.head(), signal: controller.signal })) {
        batches += 1
        setTimeout(() => controller.abort(), 30)
      }
      for await (const _ of store.follow({ after: await store.head(), signal: controller.signal })) batches += 1
      expect(batches).toBe(1)
    })

    it('can be left at any batch', async () => {
      const { store } = current()
      const start = await store.head()
      await store.append([newStream(freshStream(), sampleEvents(6))])
      for await (const _ of store.follow({ after: start, batchSize: 2, signal: new AbortController().signal })) break
      expect(await store.readAll({ after: start })).toHaveLength(6)
    })
  })
}
