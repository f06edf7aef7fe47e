import type { EventStore } from '@hub/event-store/event-store.ts'
import { readCheckpoint } from './checkpoint.ts'
import { openViews } from './open-views.ts'

type LastEvent = { stream: string; revision: number; eventId: string }

/**
 * Whether the store no longer holds, at its place in the stream, the event that the views folded last. The store was
 * then set back, as by restoring a backup, and the views tell of events that are gone.
 */
export const isSetBack = async (viewsFile: string, store: Pick<EventStore, 'readStream'>): Promise<boolean> => {
  const views = openViews({ file: viewsFile, readOnly: true })
  try {
    const { ordinal, position } = readCheckpoint(views)
    const last = views
      .statement('SELECT stream, revision, event_id AS eventId FROM facts WHERE ordinal = ? AND known_from = ordinal')
      .get(ordinal) as LastEvent | undefined
    if (!last) return false
    const [event] = await store.readStream(last.stream, { from: last.revision, limit: 1 })
    return event?.id !== last.eventId || event.position !== position
  } finally {
    views.close()
  }
}
