import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, isoOf } from '@hub/runtime/clock.ts'
import type { AdmissionVerifier, Admitter } from '@hub/schemas/format/admission.ts'
import { partitionCount } from '@hub/schemas/format/partition-count.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { Founded } from '@hub/schemas/hub/events.ts'
import { v4 } from 'uuid'
import type { EventStore, StoredEvent } from './event-store.ts'
import { hubEvent } from './hub-event.ts'

/** The version of what is stored that this code writes. */
export const formatVersion = 1

/** What a store was founded with. */
export type Founding = { store: string; clock: Clock['kind']; partitions: number }

/** The store is from before format version 1 was final. */
export class StoreFormatOlder extends Error {
  override name = 'StoreFormatOlder'
}
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
/** The store's founding is not what the hub with this key wrote. */
export class StoreFoundingAltered extends Error {
  override name = 'StoreFoundingAltered'
}
/** The store is empty: nobody has founded it yet. */
export class StoreNotFounded extends Error {
  override name = 'StoreNotFounded'
}
/** There are events in the store, but no founding that this hub understands. */
export class StoreNotOfTheHub extends Error {
  override name = 'StoreNotOfTheHub'
}

/** What a process knows of the hub that the store must belong to. */
export type ExpectedHub = {
  /** The hub key's fingerprint. */
  fingerprint: string
  clockKind: Clock['kind']
  /** Verifies the founding's admission; left out by those who are not handed the recorder's key. */
  verifier?: AdmissionVerifier | undefined
}

const check = (founded: StoredEvent, expected: ExpectedHub): Founding => {
  const raw = JSON.parse(founded.data) as Record<string, unknown>
  if (Number(raw.formatVersion) > formatVersion)
    throw new StoreFormatNewer(
      `this store has format ${raw.formatVersion}, this hub knows formats up to ${formatVersion}: install the newer hub`,
    )
  const parsed = Founded.data.safeParse(raw)
  if (!parsed.success)
    throw new StoreNotOfTheHub(`the first event of ${foundingStream} is not a founding that this hub understands`)
  const { store, hubKeyFingerprint, clock, partitions } = parsed.data
  if (!('admission' in JSON.parse(founded.metadata)))
    throw new StoreFormatOlder(
      'this store is from before format version 1 was final (its founding is not admitted): read it with the hub that wrote it; this hub needs an empty store, to which the departments send their facts',
    )
  if (hubKeyFingerprint !== expected.fingerprint)
    throw new StoreOfAnotherKey(
      'this store was founded with another hub key: bring back the hub key that belongs to it (or the file of keys that was issued from it), or use an empty store',
    )
  if (expected.verifier && storedFaultOf(expected.verifier, founded))
    throw new StoreFoundingAltered(
      'the founding of this store is not as the hub wrote it: bring back the store from its backup',
    )
  if (clock !== expected.clockKind)
    throw new StoreOfAnotherClock(
      `this store was founded with a ${clock} clock, this process runs with a ${expected.clockKind} one: use a store of its own for each`,
    )
  return { store, clock, partitions }
}

const readFounded = async (store: EventStore): Promise<StoredEvent | undefined> =>
  (await store.readStream(foundingStream, { limit: 1 }))[0]

/**
 * Checks that this process belongs to the store that is there.
 * @throws {StoreNotFounded | StoreFormatOlder | StoreFormatNewer | StoreOfAnotherKey | StoreOfAnotherClock | StoreFoundingAltered | StoreNotOfTheHub}
 */
export const checkFounding = async (store: EventStore, expected: ExpectedHub): Promise<Founding> => {
  const founded = await readFounded(store)
  if (founded) return check(founded, expected)
  if ((await store.head()) === startPosition)
    throw new StoreNotFounded('the store is not founded yet: start the recorder, which founds it')
  throw new StoreNotOfTheHub('this store holds events but no founding: the hub needs an event store of its own')
}

/**
 * Founds an empty store, or checks that this process belongs to the one that is there. `now` in ms since 1970.
 * `admitter` is the recorder's.
 * @throws {StoreFormatOlder | StoreFormatNewer | StoreOfAnotherKey | StoreOfAnotherClock | StoreFoundingAltered | StoreNotOfTheHub}
 */
export const foundOrCheck = async (
  store: EventStore,
  options: ExpectedHub & { admitter: Admitter; now: () => number },
): Promise<Founding> => {
  if ((await store.head()) === startPosition) {
    const foundedAt = isoOf(options.now())
    const event = hubEvent(options.admitter, {
      type: Founded.type,
      id: 'founding',
      stream: foundingStream,
      revision: 0,
      data: {
        store: v4(),
        hubKeyFingerprint: options.fingerprint,
        formatVersion,
        partitions: partitionCount,
        clock: options.clockKind,
        foundedAt,
      },
      time: foundedAt,
    })
    await store.append([{ stream: foundingStream, expectedRevision: 'no-stream', events: [event] }])
  }
  // What counts is what the store has: of two processes that found at once, one wins and both read its founding.
  return checkFounding(store, options)
}

/**
 * As `checkFounding`, but waits where nobody has founded the store yet; `says` is told once that it waits, and it looks again every `waitMs`. For the
 * processes of a hub on servers that are not handed the key to found with.
 */
export const whenFounded = async (
  store: EventStore,
  expected: ExpectedHub,
  says: (text: string) => void,
  waitMs = 2_000,
): Promise<Founding> => {
  for (let waited = false; ; waited = true) {
    try {
      return await checkFounding(store, expected)
    } catch (error) {
      if (!(error instanceof StoreNotFounded)) throw error
      if (!waited) says(error.message)
      await sleep(waitMs)
    }
  }
}
