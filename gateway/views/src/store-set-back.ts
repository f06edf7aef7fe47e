import type { EventStore } from '@hub/event-store/event-store.ts'
import { readCheckpoint } from './checkpoint.ts'
import { openViews } from './open-views.ts'

type LastEvent = { stream: string; revision: number; eventId: string }

/**
 * Whether the store does not hold the event any more that the views came to last, where they met it: it was set back, as
 * a backup that is restored does, and the views tell of what is gone.
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
