import {
  type EventStore,
  EventStoreUnavailable,
  type StoredEvent,
  type StreamWrite,
} from '@hub/event-store/event-store.ts'
import { openEventStoreDb } from '@hub/event-store/eventstoredb-event-store.ts'
import { freshStream, newStream, sampleEvents } from '../samples.ts'
import { type FaceOptions, startFace } from './running-face.ts'

const open: (() => Promise<unknown>)[] = []

/** Called at the end of the test, the last one first. */
export const atTheEnd = (end: () => Promise<unknown>): void => void open.push(end)

/** Ends what the running test has started. */
export const endAll = async (): Promise<void> => {
  for (const end of open.splice(0).toReversed()) await end()
}

/** The adapter over a server of its own; `dropped` holds why its followers were dropped. */
export const start = async (options: FaceOptions & { timeLimit?: number } = {}) => {
  const face = await startFace(options)
  atTheEnd(() => face.end())
  const dropped: unknown[] = []
  const store = openEventStoreDb({
    url: face.url,
    onDropped: (reason) => dropped.push(reason),
    ...(options.timeLimit === undefined ? {} : { timeLimit: options.timeLimit }),
  })
  atTheEnd(() => store.close())
  return { face, store, dropped }
}

/** Follows until `count` events have come; `onBatch` may take its time. */
export const following = (store: EventStore, after: string, count: number, onBatch = async (_: number) => {}) => {
  const controller = new AbortController()
  const events: StoredEvent[] = []
  const ready = Promise.withResolvers<void>()
  const done = (async () => {
    for await (const batch of store.follow({ after, batchSize: 20, signal: controller.signal })) {
      events.push(...batch.events)
      ready.resolve()
      await onBatch(events.length)
      if (events.length >= count) controller.abort()
    }
    return events
  })()
  done.catch(ready.reject)
  ready.promise.catch(() => undefined)
  return { ready: ready.promise, done }
}

/** Appends as one who comes back until it is taken. */
export const appendInTime = async (store: EventStore, writes: readonly StreamWrite[]) => {
  for (;;)
    try {
      return await store.append(writes)
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
}

/** Writes of one event to new streams. */
export const someWrites = (count: number) =>
  Array.from({ length: count }, () => newStream(freshStream(), sampleEvents(1)))
