import type { Metadata } from '@hub/schemas/envelope.ts'
import type { EventStore, StoredEvent } from './event-store.ts'
import { keptRanges, mergeInto, newRange, type StreamRange, takeEvent } from './stream-range.ts'

/** Of a stream of which nothing is known the first page is longer: what is looked for was mostly said just now. */
const firstPage = { known: 4, unknown: 32 }
const page = 500

export type FoundInStream = {
  /** Those of the wanted events that are there, by event id. */
  events: ReadonlyMap<string, StoredEvent>
  /** The last event that replaces a fact, by the `<source>#<id>` that it names. */
  lastReplacing: (named: string) => Promise<StoredEvent | undefined>
}

const replacesIn = (event: StoredEvent): string | undefined =>
  event.metadata.includes('"replaces":') ? (JSON.parse(event.metadata) as Metadata).replaces : undefined

/**
 * Looks for events in a stream, newest first, and for what corrects or retracts them, which stands after them. What is
 * read is remembered, so that whoever asks again while an attempt is on its way reads only what is new.
 */
export const findInStream = async (
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  ids: ReadonlySet<string>,
): Promise<FoundInStream> => {
  const kept = keptRanges(store)
  const known = kept.get(stream)
  const inHand = new Map<number, StoredEvent>()
  let range: StreamRange = newRange()
  const isDone = () => range.low === 0 || [...ids].every((id) => range.revisions.has(id))
  let limit = known ? firstPage.known : firstPage.unknown
  do {
    const some = await store.readStream(stream, {
      direction: 'backwards',
      limit,
      ...(range.low === undefined ? {} : { from: range.low - 1 }),
    })
    if (some.length === 0) break
    for (const event of some) {
      const replaces = replacesIn(event)
      takeEvent(range, event, replaces)
      if (replaces !== undefined || ids.has(event.id)) inHand.set(event.revision, event)
    }
    if (known && range !== known && range.low! <= known.high! + 1) range = mergeInto(known, range)
    limit = page
  } while (!isDone())
  // What has been read does not reach what was known: that stays, for it holds more.
  if (range.low !== undefined && (!known || range === known)) kept.set(stream, range)

  const eventAt = async (revision: number | undefined): Promise<StoredEvent | undefined> =>
    revision === undefined
      ? undefined
      : (inHand.get(revision) ?? (await store.readStream(stream, { from: revision, limit: 1 }))[0])
  const found = await Promise.all([...ids].map((id) => eventAt(range.revisions.get(id))))
  return {
    events: new Map(found.flatMap((event) => (event && ids.has(event.id) ? [[event.id, event] as const] : []))),
    lastReplacing: async (named) => {
      const event = await eventAt(range.replacing.get(named))
      return event && replacesIn(event) === named ? event : undefined
    },
  }
}
