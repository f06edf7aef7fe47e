import { type LruCache, lruCache } from '@hub/runtime/lru-cache.ts'
import type { EventStore, StoredEvent } from './event-store.ts'

/** What is known of a stream's events from the revision `low` to `high`, without gaps; both missing where nothing is. */
export type StreamRange = {
  low?: number
  high?: number
  /** The revision of an event, by its id. */
  revisions: Map<string, number>
  /** The revision of the last event that replaces a fact, by the `<source>#<id>` that it names. */
  replacing: Map<string, number>
}

export const newRange = (): StreamRange => ({ revisions: new Map(), replacing: new Map() })

const putReplacing = ({ replacing }: StreamRange, named: string, revision: number) =>
  replacing.set(named, Math.max(revision, replacing.get(named) ?? -1))

/** Adds an event that stands next to the range, or is in it already. `replaces` is the fact that it names. */
export const takeEvent = (range: StreamRange, { id, revision }: StoredEvent, replaces: string | undefined): void => {
  range.low = Math.min(revision, range.low ?? revision)
  range.high = Math.max(revision, range.high ?? revision)
  range.revisions.set(id, Math.min(revision, range.revisions.get(id) ?? revision))
  if (replaces !== undefined) putReplacing(range, replaces, revision)
}

/** Adds a newer range to one that it touches. */
export const mergeInto = (range: StreamRange, newer: StreamRange): StreamRange => {
  for (const [id, revision] of newer.revisions) if (!range.revisions.has(id)) range.revisions.set(id, revision)
  for (const [named, revision] of newer.replacing) putReplacing(range, named, revision)
  range.high = Math.max(range.high!, newer.high!)
  range.low = Math.min(range.low!, newer.low!)
  return range
}

/** Ids that are remembered of a store, some 25 MB of them. */
const mostIds = 200_000
const idsOf = ({ revisions, replacing }: StreamRange) => revisions.size + replacing.size

const ofStores = new WeakMap<object, LruCache<StreamRange>>()

/**
 * The ranges that are remembered of a store, as long as it is open: of the streams that were asked for last. Events stay where
 * they are, so a range stays true.
 */
export const keptRanges = (store: Pick<EventStore, 'readStream'>): LruCache<StreamRange> => {
  const kept = ofStores.get(store) ?? lruCache(mostIds, idsOf)
  ofStores.set(store, kept)
  return kept
}
