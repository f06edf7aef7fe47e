import { type Clock, isoOf } from '@hub/runtime/clock.ts'
import type { HubKeys } from '@hub/schemas/format/hub-keys.ts'
import { partitionCount } from '@hub/schemas/format/partition-count.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { Founded } from '@hub/schemas/hub/events.ts'
import { v4 } from 'uuid'
import type { EventStore, StoredEvent } from './event-store.ts'
import { hubEvent } from './hub-event.ts'

/** The version of what is stored that this code writes. */
export const formatVersion = 1

/** What a store was founded with. */
export type Founding = { store: string; clock: Clock['kind']; partitions: number }

/** The store was written by a newer hub. */
export class StoreFormatNewer extends Error {
  override name = 'StoreFormatNewer'
}
/** The store was founded with another hub key. */
export class StoreOfAnotherKey extends Error {
  override name = 'StoreOfAnotherKey'
}
/** The store was founded with the other kind of clock. */
export class StoreOfAnotherClock extends Error {
  override name = 'StoreOfAnotherClock'
}
/** There are events in the store, but no founding that this hub understands. */
export class StoreNotOfTheHub extends Error {
  override name = 'StoreNotOfTheHub'
}

const check = (
  founded: StoredEvent,
  expected: { hubKeys: Pick<HubKeys, 'fingerprint'>; clockKind: Clock['kind'] },
): Founding => {
  const raw = JSON.parse(founded.data) as Record<string, unknown>
  if (Number(raw.formatVersion) > formatVersion)
    throw new StoreFormatNewer(
      `this store has format ${raw.formatVersion}, this hub knows formats up to ${formatVersion}: install the newer hub`,
    )
  const parsed = Founded.data.safeParse(raw)
  if (!parsed.success)
    throw new StoreNotOfTheHub(`the first event of ${foundingStream} is not a founding that this hub understands`)
  const { store, hubKeyFingerprint, clock, partitions } = parsed.data
  if (hubKeyFingerprint !== expected.hubKeys.fingerprint)
    throw new StoreOfAnotherKey(
      'this store was founded with another hub key: bring back the hub key file that belongs to it, or use an empty store',
    )
  if (clock !== expected.clockKind)
    throw new StoreOfAnotherClock(
      `this store was founded with a ${clock} clock, this process runs with a ${expected.clockKind} one: use a store of its own for each`,
    )
  return { store, clock, partitions }
}

/**
 * Founds an empty store, or checks that this process belongs to the one that is there. `now` in ms since 1970.
 * @throws {StoreFormatNewer | StoreOfAnotherKey | StoreOfAnotherClock | StoreNotOfTheHub}
 */
export const foundOrCheck = async (
  store: EventStore,
  options: { hubKeys: Pick<HubKeys, 'fingerprint'>; clockKind: Clock['kind']; now: () => number },
): Promise<Founding> => {
  const readFounding = async () => (await store.readStream(foundingStream, { limit: 1 }))[0]
  const there = await readFounding()
  if (there) return check(there, options)
  if ((await store.head()) === startPosition) {
    const foundedAt = isoOf(options.now())
    const event = hubEvent({
      service: 'recorder',
      type: Founded.type,
      id: 'founding',
      stream: foundingStream,
      data: {
        store: v4(),
        hubKeyFingerprint: options.hubKeys.fingerprint,
        formatVersion,
        partitions: partitionCount,
        clock: options.clockKind,
        foundedAt,
      },
      time: foundedAt,
      recordedtime: foundedAt,
    })
    await store.append([{ stream: foundingStream, expectedRevision: 'no-stream', events: [event] }])
  }
  // What counts is what the store has: of two processes that found at once, one wins and both read its founding.
  const founded = await readFounding()
  if (!founded)
    throw new StoreNotOfTheHub('this store holds events but no founding: the hub needs an event store of its own')
  return check(founded, options)
}
