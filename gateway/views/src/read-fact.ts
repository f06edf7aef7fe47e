import type { StoredEvent } from '@hub/event-store/event-store.ts'
import type { Fact } from '@hub/file/fact.ts'
import { lookUpType, parseType } from '@hub/schemas/catalogue.ts'
import type { Metadata, StoredData } from '@hub/schemas/envelope.ts'
import type { AdmissionFault } from '@hub/schemas/format/admission.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { standsForValue } from '@hub/schemas/open-field.ts'
import { upcast } from '@hub/schemas/upcast.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import { BoxNotOpened } from '@hub/sealing/box.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { type OwnOpened, openOtherBoxes, openOwnBox } from '@hub/sealing/sealing.ts'

/** A stored event with its texts parsed, and its place in the views' count. */
export type ParsedEvent = {
  stored: StoredEvent
  data: StoredData
  metadata: Metadata
  ordinal: number
  knownTime: string
}

/** Parses a stored event that was verified. */
export const parseEvent = (
  stored: StoredEvent,
  metadata: Metadata,
  place: { ordinal: number; knownTime: string },
): ParsedEvent => ({
  stored,
  data: JSON.parse(stored.data) as StoredData,
  metadata,
  ...place,
})

/** An event that is not folded, or not whole, at its place in the views' count. */
export type FaultyEvent = {
  ordinal: number
  stream: string
  revision: number
  /** Why its admission is not true; `DAMAGED`: its box does not open, though the key is there. */
  fault: AdmissionFault | 'DAMAGED'
}

/** Categories of streams that name persons and yet are part of nobody's file: the records of who has read one. */
const apartFromFiles = new Set(['access'])

/** The field of a type that names whom it speaks of; in a type that this hub does not know, that of every type's common form. */
const personFieldOf = (type: string): string => lookUpType(type)?.definition.personField ?? 'person'

/** The person to whose file an event belongs: the stream's, or the one for whom it is sealed; nobody's apart from files. */
export const personOfEvent = ({ stored, data }: Pick<ParsedEvent, 'stored' | 'data'>): string | undefined => {
  const { category, id } = parseStreamName(stored.stream)
  if (apartFromFiles.has(category)) return undefined
  return category === 'person' ? id : (data.sealed?.of ?? personIdOf(data[personFieldOf(stored.type)]))
}

const todaysReading = (type: string, data: Record<string, unknown>) => {
  try {
    return upcast(type, data)
  } catch {
    // An old event that today's reading does not fit stays opaque, like one of an unknown type.
    return { definition: undefined, data }
  }
}

/** The open part of a sealed event as it is read where the box can't be opened: the fields of today's version only. */
const openReading = (type: string, open: Record<string, unknown>) => {
  const definition = lookUpType(type)?.definition
  if (!definition) return { definition, data: open }
  const fields = definition.openFields.filter(({ field }) => open[field] !== undefined)
  return { definition, data: Object.fromEntries(fields.map(({ field }) => [field, open[field]])) }
}

/** What of an event the figures read: what lies open, so that they count the same when the rest is erased. */
export const openDataOf = ({ stored, data }: Pick<ParsedEvent, 'data'> & { stored: Pick<StoredEvent, 'type'> }) => {
  const { sealed, ...open } = data
  return (sealed ? openReading(stored.type, open) : todaysReading(stored.type, open)).data
}

/** What of an event its fact is made of. */
export type FactParts = Pick<ParsedEvent, 'data' | 'ordinal' | 'knownTime'> & {
  stored: Pick<StoredEvent, 'id' | 'type' | 'stream' | 'revision' | 'position'>
  metadata: Pick<Metadata, 'source' | 'id' | 'time' | 'replaces' | 'replacesreason'>
}

/**
 * An event whose own box is open, where its key is there; the boxes in it for others are still shut. `damaged`: it does
 * not open under a key that is there.
 */
export type HalfOpened = { event: FactParts; own: OwnOpened; damaged: boolean }

/** Opens the own box of an event. */
export const halfOpened = (event: FactParts, keys: ReadonlyMap<string, PersonKey>): HalfOpened => {
  const { id } = event.stored
  try {
    return { event, own: openOwnBox(id, event.data, keys), damaged: false }
  } catch (error) {
    if (!(error instanceof BoxNotOpened)) throw error
    // It must not stop the views; its fields say that it is damaged.
    return { event, own: openOwnBox(id, event.data, new Map()), damaged: true }
  }
}

const openedFully = (eventId: string, own: OwnOpened, keys: ReadonlyMap<string, PersonKey>) => {
  try {
    return { ...openOtherBoxes(eventId, own, keys), damaged: false }
  } catch (error) {
    if (!(error instanceof BoxNotOpened)) throw error
    return { ...openOtherBoxes(eventId, own, new Map()), damaged: true }
  }
}

/** What stands for a value and is none: nobody is shown it. */
const withoutStandIns = ({ definition, data }: ReturnType<typeof openReading>) => {
  const standing = new Set(definition?.openFields.filter(({ as }) => standsForValue(as)).map(({ field }) => field))
  return { definition, data: Object.fromEntries(Object.entries(data).filter(([field]) => !standing.has(field))) }
}

/** The fact of an event: today's version, with what is in the boxes for others that these keys open. */
export const factOf = ({ event, own, damaged }: HalfOpened, keys: ReadonlyMap<string, PersonKey>): Fact => {
  const { stored, metadata, ordinal, knownTime } = event
  const { data: open, erased, erasedOthers, damaged: damagedInside } = openedFully(stored.id, own, keys)
  const reading = erased ? withoutStandIns(openReading(stored.type, open)) : todaysReading(stored.type, open)
  const { definition, data } = reading
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
    lost: damaged || damagedInside ? 'damaged' : erased ? 'all' : erasedOthers.length > 0 ? 'others' : 'nothing',
    ...(definition ? { definition } : {}),
  }
}
