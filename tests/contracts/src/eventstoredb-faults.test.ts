import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { appendInTime, endAll, following, someWrites, start } from './grpc-face/store-over-face.ts'
import { freshStream, newStream, sampleEvent, sampleEvents } from './samples.ts'

// Every case has a server of its own, which is a process.
vi.setConfig({ testTimeout: 90_000 })
afterEach(endAll)

describe('a server that goes away', () => {
  it('is unavailable while it is gone, and is there again for the same store', async () => {
    const { face, store } = await start()
    await store.append(someWrites(3))
    await face.kill()
    const calls = [store.append(someWrites(1)), store.head(), store.readStream(freshStream()), store.readAll()]
    for (const answer of await Promise.allSettled(calls))
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(EventStoreUnavailable) })
    for (const call of [() => store.append(someWrites(1)), () => store.head(), () => store.readAll()])
      await expect(call()).rejects.toThrow(EventStoreUnavailable)
    await face.start()
    await appendInTime(store, someWrites(2))
    expect(await store.readAll()).toHaveLength(5)
  })

  it('does not end the process that has hundreds of appends in flight', async () => {
    const { face, store } = await start()
    await store.append(someWrites(1))
    const data = JSON.stringify({ text: 'a'.repeat(20_000) })
    const writes = Array.from({ length: 300 }, () => newStream(freshStream(), [{ ...sampleEvent(), data }]))
    const call = store.append(writes)
    setTimeout(() => face.kill(), 30)
    await expect(call).rejects.toThrow(EventStoreUnavailable)
    await face.start()
    const outcomes = await appendInTime(store, writes)
    expect(outcomes.every(({ status }) => status === 'appended')).toBe(true)
    for (const { stream } of writes.slice(0, 50)) expect(await store.readStream(stream)).toHaveLength(1)
  })

  it.each(['kill', 'stop', 'drop'] as const)('is followed on without gap or repeat after a %s', async (how) => {
    const { face, store, dropped } = await start()
    const { ready, done } = following(store, await store.head(), 40)
    await ready
    for (let index = 0; index < 40; index++) {
      if (index === 15) {
        await face[how]()
        if (how !== 'drop') await face.start()
      }
      await appendInTime(store, [newStream(freshStream(), [sampleEvent(index)])])
    }
    const events = await done
    expect(events).toEqual((await store.readAll()).slice(0, events.length))
    expect(events.length).toBeGreaterThanOrEqual(40)
    expect(dropped.length).toBeGreaterThanOrEqual(1)
  })
})

describe('a slow subscriber', () => {
  it('is dropped by the server and loses nothing', async () => {
    const { store, dropped } = await start()
    const { ready, done } = following(store, await store.head(), 3_000, async (count) => {
      if (count % 100 < 20) await new Promise((resolve) => setTimeout(resolve, 20))
    })
    await ready
    for (let index = 0; index < 3; index++) await store.append([newStream(freshStream(), sampleEvents(1_000))])
    expect(await done).toEqual(await store.readAll({ limit: 5_000 }))
    expect(dropped.length).toBeGreaterThanOrEqual(1)
    expect(String((dropped[0] as Error).message)).toMatch(/too slow/)
  })

  it('says that it has caught up only at the end', async () => {
    const { store } = await start()
    await store.append([newStream(freshStream(), sampleEvents(250))])
    const controller = new AbortController()
    const flags: boolean[] = []
    for await (const { events, caughtUp } of store.follow({
      after: startPosition,
      batchSize: 50,
      signal: controller.signal,
    })) {
      if (events.length > 0) flags.push(caughtUp)
      if (caughtUp) controller.abort()
    }
    expect(flags.filter((caughtUp) => caughtUp)).toHaveLength(1)
    expect(flags.at(-1)).toBe(true)
  })
})

describe('a frozen server', () => {
  it('times out in every call, and is used again when it thaws', async () => {
    const { face, store } = await start({ timeLimit: 400 })
    await store.append(someWrites(1))
    const before = await store.head()
    face.freeze()
    for (const call of [
      () => store.append(someWrites(1)),
      () => store.readStream(freshStream()),
      () => store.readAll(),
      () => store.head(),
      () => following(store, before, 1).done,
    ]) {
      const began = performance.now()
      await expect(call()).rejects.toThrow(/not answered for 400 ms/)
      expect(performance.now() - began).toBeLessThan(4_000)
    }
    face.thaw()
    await appendInTime(store, someWrites(1))
    expect((await store.readAll()).length).toBeGreaterThanOrEqual(2)
  })

  it('is followed on when it thaws', async () => {
    const { face, store } = await start({ timeLimit: 400 })
    const { ready, done } = following(store, await store.head(), 30)
    await ready
    await store.append(someWrites(10))
    face.freeze()
    await expect(store.append(someWrites(1))).rejects.toThrow(EventStoreUnavailable)
    face.thaw()
    for (let index = 0; index < 20; index++) await appendInTime(store, someWrites(1))
    const events = await done
    expect(events).toEqual((await store.readAll()).slice(0, events.length))
  })
})
