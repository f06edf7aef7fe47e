import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { admissionVerifier, admitterOf } from '@hub/schemas/format/admission.ts'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { Founded } from '@hub/schemas/hub/events.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedEventStore } from './embedded-event-store.ts'
import type { EventStore } from './event-store.ts'
import {
  checkFounding,
  foundOrCheck,
  StoreFormatNewer,
  StoreFormatOlder,
  StoreFoundingAltered,
  StoreNotFounded,
  StoreNotOfTheHub,
  StoreOfAnotherClock,
  StoreOfAnotherKey,
  whenFounded,
} from './founding.ts'
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

const keys = { 'hub/recorder': new Uint8Array(32).fill(1) }
const admitter = admitterOf('recorder', keys['hub/recorder'])
const expected = { fingerprint: 'a'.repeat(64), clockKind: 'real', verifier: admissionVerifier(keys) } as const
const own = { ...expected, admitter, now: () => 0 }
const eventOf = (stream: string, data: Record<string, unknown>) => ({
  stream,
  expectedRevision: 'no-stream' as const,
  events: [
    hubEvent(admitter, {
      type: Founded.type,
      id: 'founding',
      stream,
      revision: 0,
      data,
      time: '2025-01-01T00:00:00.000Z',
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
  await expect(foundOrCheck(store, { ...own, fingerprint: 'b'.repeat(64) })).rejects.toThrow(StoreOfAnotherKey)
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

const founding = {
  store: '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
  hubKeyFingerprint: 'a'.repeat(64),
  formatVersion: 1,
  partitions: 24,
  clock: 'real',
  foundedAt: '2025-01-01T00:00:00.000Z',
}

it('refuses a store of before the format was final, by name and with what to do', async () => {
  const write = eventOf(foundingStream, founding)
  const [event] = write.events
  const { admission: _admission, ...metadata } = JSON.parse(event!.metadata)
  await store.append([{ ...write, events: [{ ...event!, metadata: JSON.stringify(metadata) }] }])
  for (const open of [
    () => foundOrCheck(store, own),
    () => checkFounding(store, { ...expected, verifier: undefined }),
  ]) {
    await expect(open()).rejects.toThrow(StoreFormatOlder)
    await expect(open()).rejects.toThrow(/needs an empty store/)
  }
})

it('refuses a founding that was altered', async () => {
  const write = eventOf(foundingStream, founding)
  const [event] = write.events
  const altered = { ...event!, data: event!.data.replace('"partitions":24', '"partitions":12') }
  await store.append([{ ...write, events: [altered] }])
  await expect(foundOrCheck(store, own)).rejects.toThrow(StoreFoundingAltered)
})

it('lets a process that cannot found wait for the one that does, and says so once', async () => {
  await expect(checkFounding(store, expected)).rejects.toThrow(StoreNotFounded)
  const said: string[] = []
  const waiting = whenFounded(store, expected, (text) => said.push(text), 5)
  await new Promise((resolve) => setTimeout(resolve, 30))
  const founded = await foundOrCheck(store, own)
  expect(await waiting).toEqual(founded)
  expect(said).toEqual(['the store is not founded yet: start the recorder, which founds it'])
})
