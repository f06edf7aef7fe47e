import type { EventStore } from '@hub/event-store/event-store.ts'
import { emptyStream, readStreamState, type StreamMemory, type StreamState } from './stream-memory.ts'

/** The streams of one batch: what is remembered of them, and what was read for this batch. */
export type StreamStates = {
  /** A stream that is not remembered is taken for a new one: a conflict costs a read, most first facts cost none. */
  of(stream: string): StreamState
  /** Whether the state was read from the store for this batch. */
  isRead(stream: string): boolean
  read(streams: readonly string[]): Promise<void>
  set(stream: string, state: StreamState): void
}

const readsAtOnce = 32

/** The memory does not hold a stream that is larger than itself; for one batch its state is kept here. */
export const streamStates = (store: EventStore, memory: StreamMemory): StreamStates => {
  const states = new Map<string, StreamState>()
  const wasRead = new Set<string>()
  const set = (stream: string, state: StreamState) => {
    states.set(stream, state)
    memory.set(stream, state)
  }
  return {
    of: (stream) => {
      // Held for the batch: were it dropped by the memory in between, its revision would go on without its events.
      const state = states.get(stream) ?? memory.get(stream) ?? emptyStream()
      states.set(stream, state)
      return state
    },
    isRead: (stream) => wasRead.has(stream),
    read: async (streams) => {
      for (let start = 0; start < streams.length; start += readsAtOnce) {
        const some = streams.slice(start, start + readsAtOnce)
        const found = await Promise.all(some.map((stream) => readStreamState(store, stream)))
        for (const [index, stream] of some.entries()) {
          set(stream, found[index]!)
          wasRead.add(stream)
        }
      }
    },
    set,
  }
}
