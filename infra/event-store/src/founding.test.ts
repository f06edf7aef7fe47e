import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { Founded } from '@hub/schemas/hub/events.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedEventStore } from './embedded-event-store.ts'
import type { EventStore } from './event-store.ts'
import { foundOrCheck, StoreFormatNewer, StoreNotOfTheHub, StoreOfAnotherClock, StoreOfAnotherKey } from './founding.ts'
import { hubEvent } from './hub-event.ts'

let folder = ''
let store: EventStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'founding-'))
  store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const own = { hubKeys: { fingerprint: 'a'.repeat(64) }, clockKind: 'real', now: () => 0 } as const
const eventOf = (stream: string, data: Record<string, unknown>) => ({
  stream,
  expectedRevision: 'no-stream' as const,
  events: [
    hubEvent({
      service: 'recorder',
      type: Founded.type,
      id: 'x',
      stream,
      data,
      time: '2025-01-01T00:00:00.000Z',
      recordedtime: '2025-01-01T00:00:00.000Z',
    }),
  ],
})

it('founds an empty store once, and both of two processes get the same founding', async () => {
  const [one, two] = await Promise.all([foundOrCheck(store, own), foundOrCheck(store, own)])
  expect(one).toEqual(two)
  expect(one).toMatchObject({ clock: 'real', partitions: 24 })
  expect(await foundOrCheck(store, own)).toEqual(one)
  const events = await store.readAll()
  expect(events).toHaveLength(1)
  expect(Founded.data.parse(JSON.parse(events[0]!.data)).store).toBe(one.store)
})

it('refuses another key and another clock, and says what to do', async () => {
  await foundOrCheck(store, own)
  await expect(foundOrCheck(store, { ...own, hubKeys: { fingerprint: 'b'.repeat(64) } })).rejects.toThrow(
    StoreOfAnotherKey,
  )
  await expect(foundOrCheck(store, { ...own, clockKind: 'simulated' })).rejects.toThrow(StoreOfAnotherClock)
})

it('refuses a newer format', async () => {
  await store.append([eventOf(foundingStream, { formatVersion: 2, more: true })])
  await expect(foundOrCheck(store, own)).rejects.toThrow(StoreFormatNewer)
})

it('refuses a store with events and no founding', async () => {
  await store.append([eventOf('person-x', {})])
  await expect(foundOrCheck(store, own)).rejects.toThrow(StoreNotOfTheHub)
})
