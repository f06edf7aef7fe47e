import type { StoredEvent } from '@hub/event-store/event-store.ts'
import type { Fact } from '@hub/file/fact.ts'
import { parseType } from '@hub/schemas/catalogue.ts'
import type { Metadata, StoredData } from '@hub/schemas/envelope.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { upcast } from '@hub/schemas/upcast.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import { BoxNotOpened } from '@hub/sealing/box.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { openPersonalFields } from '@hub/sealing/sealing.ts'

/** A stored event with its texts parsed, and its place in the views' count. */
export type ParsedEvent = {
  stored: StoredEvent
  data: StoredData
  metadata: Metadata
  ordinal: number
  knownTime: string
}

/** Parses a stored event. */
export const parseEvent = (stored: StoredEvent, place: { ordinal: number; knownTime: string }): ParsedEvent => ({
  stored,
  data: JSON.parse(stored.data) as StoredData,
  metadata: JSON.parse(stored.metadata) as Metadata,
  ...place,
})

/** Persons whose keys open the boxes of these events. */
export const personsSealedIn = (events: readonly ParsedEvent[]): string[] => [
  ...new Set(events.flatMap(({ data }) => (data.sealed ?? []).map(({ of }) => of))),
]

/** The person to whose file an event belongs: the stream's, or the one whom it names openly. */
export const personOfEvent = ({ stored, data }: Pick<ParsedEvent, 'stored' | 'data'>): string | undefined => {
  const { category, id } = parseStreamName(stored.stream)
  return category === 'person' ? id : personIdOf(data.person)
}

const opened = (eventId: string, data: StoredData, keys: ReadonlyMap<string, PersonKey>) => {
  try {
    return openPersonalFields(eventId, data, keys)
  } catch (error) {
    if (!(error instanceof BoxNotOpened)) throw error
    // A box that was damaged must not stop the views; its fields read as erased.
    return { ...openPersonalFields(eventId, data, new Map()) }
  }
}

const todaysReading = (type: string, data: Record<string, unknown>) => {
  try {
    return upcast(type, data)
  } catch {
    // An old event that today's reading does not fit stays opaque, like one of an unknown type.
    return { definition: undefined, data }
  }
}

/** What of an event its fact is made of. */
type FactParts = Pick<ParsedEvent, 'data' | 'ordinal' | 'knownTime'> & {
  stored: Pick<StoredEvent, 'id' | 'type' | 'stream' | 'revision' | 'position'>
  metadata: Pick<Metadata, 'source' | 'id' | 'time' | 'replaces' | 'replacesreason'>
}

/** The fact of an event: today's version, personal fields opened with the keys given. */
export const factOf = (event: FactParts, keys: ReadonlyMap<string, PersonKey>): Fact => {
  const { stored, metadata, ordinal, knownTime } = event
  const { data: open, erased } = opened(stored.id, event.data, keys)
  const { definition, data } = todaysReading(stored.type, open)
  const named = parseType(stored.type)
  return {
    eventId: stored.id,
    type: stored.type,
    name: named?.name ?? stored.type,
    department: named?.department ?? '',
    stream: stored.stream,
    revision: stored.revision,
    position: stored.position,
    ordinal,
    time: metadata.time,
    knownTime,
    source: metadata.source,
    id: metadata.id,
    ...(metadata.replaces === undefined ? {} : { replaces: metadata.replaces }),
    ...(metadata.replacesreason === undefined ? {} : { replacesReason: metadata.replacesreason }),
    ...(typeof data.region === 'string' ? { region: data.region } : {}),
    data,
    erased: erased.length > 0,
    ...(definition ? { definition } : {}),
  }
}
