import { MessagesNotAdmitted } from '@hub/schemas/hub/events.ts'
import { openViews } from '@hub/views/open-views.ts'
import { countFaults, readFaults } from '@hub/views/projections/faults.ts'
import type { FaultyEvent } from '@hub/views/read-fact.ts'
import { currentViewFile } from '@hub/views/view-files.ts'

export type { FaultyEvent }

/** What the views know of the store that nobody's file shows. */
export type ExaminedViews = {
  /** How many events are not folded or have a damaged box, and the first of them in the store's order. */
  faulty: { count: number; first: readonly FaultyEvent[] }
  /** Messages on the topics that no intake admitted, as far as they are counted in the store, by stream. */
  notAdmitted: readonly { stream: string; messages: number }[]
}

/** Looks into the views of a folder; undefined where there are none of this version of the hub. `most`: faulty events named. */
export const examineViews = (folder: string, most: number): ExaminedViews | undefined => {
  const file = currentViewFile(folder)
  if (file === undefined) return undefined
  const views = openViews({ file, readOnly: true })
  try {
    const counted = views
      .statement('SELECT stream, figures FROM facts WHERE name = ? AND known_from = ordinal')
      .all(MessagesNotAdmitted.name)
      .map(({ stream, figures }) => {
        const { counts } = JSON.parse(String(figures)) as { counts: Record<string, number> }
        return { stream: String(stream), messages: Object.values(counts).reduce((sum, count) => sum + count, 0) }
      })
    const byStream = Map.groupBy(counted, ({ stream }) => stream)
    return {
      faulty: { count: countFaults(views), first: readFaults(views, most) },
      notAdmitted: [...byStream].map(([stream, own]) => ({
        stream,
        messages: own.reduce((sum, { messages }) => sum + messages, 0),
      })),
    }
  } finally {
    views.close()
  }
}
