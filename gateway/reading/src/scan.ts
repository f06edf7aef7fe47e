import type { StoredEvent } from '@hub/event-store/event-store.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { eventsAt } from '@hub/views/person-facts.ts'
import { type ParsedEvent, parseEvent } from '@hub/views/read-fact.ts'
import { conditionsOf } from './read-events.ts'
import type { FileReading } from './read-files.ts'
import type { EventFilter, ScanPage } from './reader.ts'

type Place = { ordinal: number; stream: string; revision: number; position: string; knownTime: string }

/**
 * A span of the log is read as a whole where at least one in so many of its events is wanted, else stream by stream.
 */
const sparsest = 4

/**
 * Reads events in store order, page by page, without counting them: the views say where they stand, the store gives
 * them. What lies together in the log is read in one go.
 */
export const createScan = ({ views, store }: FileReading) => {
  const placesOf = (filter: EventFilter, { after, before, first, newestFirst = false }: ScanPage): Place[] => {
    const conditions = conditionsOf(filter)
    const where = ['known_from = ordinal', 'ordinal > ?', 'ordinal < ?', ...conditions.map(({ sql }) => `(${sql})`)]
    return views
      .statement(
        `SELECT ordinal, stream, revision, position, known_time AS knownTime FROM facts
         WHERE ${where.join(' AND ')} ORDER BY ordinal ${newestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
      )
      .all(
        after ?? 0,
        before ?? Number.MAX_SAFE_INTEGER,
        ...conditions.flatMap(({ values }) => values),
        first,
      ) as Place[]
  }

  const positionBefore = (ordinal: number): string =>
    (
      views.statement('SELECT position FROM facts WHERE ordinal = ? AND known_from = ordinal').get(ordinal - 1) as
        | { position: string }
        | undefined
    )?.position ?? startPosition

  /** The events from the first of these places to the last. */
  const stretch = async (lowest: Place, highest: Place): Promise<StoredEvent[]> => {
    const events: StoredEvent[] = []
    for (let after = positionBefore(lowest.ordinal); after < highest.position; ) {
      const page = await store.readAll({ after, limit: highest.ordinal - lowest.ordinal + 1 - events.length })
      const last = page.at(-1)
      if (!last) break
      events.push(...page)
      after = last.position
    }
    return events
  }

  return async (filter: EventFilter, page: ScanPage): Promise<readonly ParsedEvent[]> => {
    const places = placesOf(filter, page)
    const [begin, end] = [places[0], places.at(-1)]
    if (!begin || !end) return []
    const [lowest, highest] = begin.ordinal < end.ordinal ? [begin, end] : [end, begin]
    const span = highest.ordinal - lowest.ordinal + 1
    if (span > sparsest * places.length) return eventsAt(store, places)
    const stored = await stretch(lowest, highest)
    return places.flatMap(({ ordinal, knownTime }) => {
      const event = stored[ordinal - lowest.ordinal]
      if (!event) throw new Error('the store has fewer events than the views: build the views anew')
      const verified = store.verified(event)
      return 'metadata' in verified ? [parseEvent(event, verified.metadata, { ordinal, knownTime })] : []
    })
  }
}
