import type { EventStore } from '@hub/event-store/event-store.ts'

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

/** The streams used last, bounded in bytes. It may be behind the store, never ahead of it. */
export type StreamMemory = {
  get(stream: string): StreamState | undefined
  set(stream: string, state: StreamState): void
  forget(stream: string): void
}

/** A memory that drops the streams unused for longest when it grows over `maxBytes`. */
export const streamMemory = (maxBytes: number): StreamMemory => {
  const streams = new Map<string, { state: StreamState; bytes: number }>()
  let total = 0
  const forget = (stream: string) => {
    total -= streams.get(stream)?.bytes ?? 0
    streams.delete(stream)
  }
  return {
    get: (stream) => {
      const entry = streams.get(stream)
      if (!entry) return undefined
      streams.delete(stream)
      streams.set(stream, entry)
      return entry.state
    },
    set: (stream, state) => {
      forget(stream)
      const bytes = bytesOf(state)
      if (bytes > maxBytes) return
      streams.set(stream, { state, bytes })
      total += bytes
      while (total > maxBytes) forget(streams.keys().next().value!)
    },
    forget,
  }
}

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
