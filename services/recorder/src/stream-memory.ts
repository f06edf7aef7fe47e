import type { EventStore } from '@hub/event-store/event-store.ts'
import { type LruCache, lruCache } from '@hub/runtime/lru-cache.ts'

/** What the recorder must know of an event that is stored. */
export type Known = {
  digest: string
  type: string
  /** The message that it was recorded from; undefined for an event that is none of a message. */
  origin: string | undefined
}

/** What is known of a stream: its last revision, and its events by event id. */
export type StreamState = { revision: number | 'no-stream'; events: Map<string, Known> }

export const emptyStream = (): StreamState => ({ revision: 'no-stream', events: new Map() })

// Measured roughly on Node 24: an id, a digest and an origin as strings with their map entry; a stream with its map.
const bytesOfEvent = 360
const bytesOfStream = 600
const bytesOf = (state: StreamState) => bytesOfStream + state.events.size * bytesOfEvent

/** The streams used last. It may be behind the store, never ahead of it. */
export type StreamMemory = LruCache<StreamState>

/** A memory that drops the streams unused for longest when it grows over `maxBytes`. */
export const streamMemory = (maxBytes: number): StreamMemory => lruCache(maxBytes, bytesOf)

// Types repeat in every stream: one string each for the whole process.
const typeTexts = new Map<string, string>()
const shared = (type: string) => {
  const known = typeTexts.get(type)
  if (known === undefined) typeTexts.set(type, type)
  return known ?? type
}

/** What the recorder keeps of a stored or appended event. */
export const knownOf = (type: string, digest: string, origin: string | undefined): Known => ({
  digest,
  type: shared(type),
  origin,
})

const page = 1000

/** Reads a whole stream from the store. */
export const readStreamState = async (store: EventStore, stream: string): Promise<StreamState> => {
  const state = emptyStream()
  for (;;) {
    const from = state.revision === 'no-stream' ? 0 : state.revision + 1
    const events = await store.readStream(stream, { from, limit: page })
    for (const event of events) {
      const { contentdigest, origin } = JSON.parse(event.metadata) as { contentdigest: string; origin?: string }
      state.events.set(event.id, knownOf(event.type, contentdigest, origin))
      state.revision = event.revision
    }
    if (events.length < page) return state
  }
}
