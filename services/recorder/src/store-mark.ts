import type { Kept } from '@hub/broker/broker.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'

type Mark = { stream: string; revision: number; id: string }

/**
 * The store as what a reader of the queue keeps: its last event is the mark. A store that was restored from a backup has
 * not got that event, whatever was written to it since; one that got it again lacks nothing.
 */
export const storeKept = (store: Pick<EventStore, 'readAll' | 'readStream'>): Kept => ({
  mark: async () => {
    const [last] = await store.readAll({ direction: 'backwards', limit: 1 })
    if (!last) return ''
    const { stream, revision, id } = last
    return JSON.stringify({ stream, revision, id } satisfies Mark)
  },
  lacks: async (mark) => {
    const { stream, revision, id } = JSON.parse(mark) as Mark
    const [event] = await store.readStream(stream, { from: revision, limit: 1 })
    return event?.id !== id
  },
})
