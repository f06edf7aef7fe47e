import type { EventStore } from '@hub/event-store/event-store.ts'
import { afterEach, beforeEach, describe } from 'vitest'
import type { Deviations, Place } from './contract.ts'
import { appendingRules } from './event-store-appending.ts'
import { crashRules } from './event-store-crash.ts'
import { followingRules } from './event-store-following.ts'
import { modelRules } from './event-store-model.ts'
import { readingRules } from './event-store-reading.ts'

/** A store to test. It may hold events of other tests. */
export type OpenedEventStore = Place & {
  store: EventStore
  /** Opens a connection of its own to the same store. The caller closes it. */
  another(): Promise<EventStore>
  /** Closes the store and cleans up. */
  end(): Promise<void>
}

export type EventStoreRule = 'EVENT_ID_FORM' | 'STREAM_FORM'

export type EventStoreContract = {
  name: string
  open(): Promise<OpenedEventStore>
  deviations?: Deviations<EventStoreRule>
}

/** The store that the running test has opened. */
export type CurrentEventStore = () => OpenedEventStore

/** The rules that every event store keeps. */
export const eventStoreContract = ({ name, open, deviations = {} }: EventStoreContract): void => {
  describe(`${name} as an event store`, () => {
    let opened: OpenedEventStore | undefined
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened?.end())
    const current = () => {
      if (!opened) throw new Error('no store is open')
      return opened
    }
    appendingRules(current, deviations)
    readingRules(current)
    followingRules(current)
    modelRules(current)
    crashRules(current)
  })
}
