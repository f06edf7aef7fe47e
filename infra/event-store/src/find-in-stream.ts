import type { Metadata } from '@hub/schemas/envelope.ts'
import type { EventStore, StoredEvent } from './event-store.ts'

/** The first page is short: what is looked for was mostly said just now. */
const firstPage = 32
const page = 500

export type FoundInStream = {
  /** Those of the wanted events that are there, by event id. */
  events: ReadonlyMap<string, StoredEvent>
  /** The last event that replaces a fact, by the `<source>#<id>` that it names; of the events after those found. */
  replacing: ReadonlyMap<string, StoredEvent>
}

/** Looks for events in a stream, newest first, and for what corrects or retracts them, which stands after them. */
export const findInStream = async (
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  ids: ReadonlySet<string>,
): Promise<FoundInStream> => {
  const events = new Map<string, StoredEvent>()
  const replacing = new Map<string, StoredEvent>()
  let from: number | undefined
  for (;;) {
    const some = await store.readStream(stream, {
      direction: 'backwards',
      limit: from === undefined ? firstPage : page,
      ...(from === undefined ? {} : { from }),
    })
    for (const event of some) {
      if (ids.has(event.id)) events.set(event.id, event)
      if (!event.metadata.includes('"replaces":')) continue
      const { replaces } = JSON.parse(event.metadata) as Metadata
      if (replaces !== undefined && !replacing.has(replaces)) replacing.set(replaces, event)
    }
    const last = some.at(-1)
    if (events.size === ids.size || !last || last.revision === 0) return { events, replacing }
    from = last.revision - 1
  }
}
