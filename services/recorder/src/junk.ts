import type { Delivered } from '@hub/broker/broker.ts'
import type { EventStore, StoredEvent, StreamWrite } from '@hub/event-store/event-store.ts'
import { hubEvent, hubEventIdOf } from '@hub/event-store/hub-event.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import type { Admitter } from '@hub/schemas/format/admission.ts'
import { junkStream } from '@hub/schemas/format/stream-name.ts'
import { type JunkReason, MessagesNotAdmitted } from '@hub/schemas/hub/events.ts'
import { dayOf } from '@hub/schemas/values/day.ts'
import type { NotAdmitted } from './admitted.ts'
import { keepMessage } from './kept-message.ts'

/**
 * Most events a day in the junk stream of a partition, and most messages that are kept in them, so that junk fills no
 * store.
 */
export const mostEventsOfDay = 100
export const mostKeptOfDay = 10
/** Most bytes that are kept of a message; ten of them fit into an entry. */
const keptBytes = 4_000

/** A message on a topic that no intake of it has admitted. */
export type Junk = { message: Delivered; why: NotAdmitted }

/** What is written of a partition's junk: up to which offset, and how much of today's. */
export type JunkState = {
  revision: number | 'no-stream'
  countedTo: bigint
  day: string
  eventsOfDay: number
  keptOfDay: number
}

export const noJunk: JunkState = { revision: 'no-stream', countedTo: -1n, day: '', eventsOfDay: 0, keptOfDay: 0 }

/** The state after one more event of the stream; events in order. */
const evolve = (state: JunkState, event: StoredEvent): JunkState => {
  const { countedTo, kept } = JSON.parse(event.data) as { countedTo: string; kept: readonly unknown[] }
  const day = dayOf((JSON.parse(event.metadata) as Metadata).recordedtime)
  const today = day === state.day ? state : noJunk
  return {
    revision: event.revision,
    countedTo: BigInt(countedTo),
    day,
    eventsOfDay: today.eventsOfDay + 1,
    keptOfDay: today.keptOfDay + kept.length,
  }
}

/** Reads as much of a partition's stream as a day can have. */
export const readJunkState = async (store: EventStore, stream: string): Promise<JunkState> =>
  (await store.readStream(stream, { direction: 'backwards', limit: mostEventsOfDay }))
    .toReversed()
    .reduce(evolve, noJunk)

const countsOf = (junk: readonly Junk[]) => {
  const counts: Partial<Record<JunkReason, number>> = {}
  for (const { why } of junk) counts[why.reason] = (counts[why.reason] ?? 0) + 1
  return counts
}

/**
 * The write that counts the junk of one partition, and keeps the first of a day; undefined where all of it is counted
 * already, from before a crash, or where the day has all the events that it may have.
 */
export const junkWrite = (
  state: JunkState,
  junk: readonly Junk[],
  options: { admitter: Admitter; rejectionsKey: Uint8Array; recordedtime: string },
): { write: StreamWrite; state: JunkState } | undefined => {
  const fresh = junk.filter(({ message }) => BigInt(message.offset) > state.countedTo)
  const last = fresh.at(-1)
  const today = dayOf(options.recordedtime) === state.day ? state : noJunk
  if (!last || today.eventsOfDay >= mostEventsOfDay) return undefined
  const { topic, partition, offset: countedTo } = last.message
  const stream = junkStream(topic, partition)
  const id = `${topic}/${partition}/${countedTo}`
  const eventId = hubEventIdOf(options.admitter.service, id, stream)
  const kept = fresh.slice(0, mostKeptOfDay - today.keptOfDay).map(({ message, why }) => ({
    offset: message.offset,
    ...why,
    ...keepMessage(options.rejectionsKey, eventId, message, keptBytes),
  }))
  const revision = state.revision === 'no-stream' ? 0 : state.revision + 1
  const eventsOfDay = today.eventsOfDay + 1
  const isLast = eventsOfDay === mostEventsOfDay
  const event = hubEvent(options.admitter, {
    type: MessagesNotAdmitted.type,
    id,
    stream,
    revision,
    data: { topic, partition, countedTo, counts: countsOf(fresh), kept, ...(isLast ? { lastOfDay: true } : {}) },
    time: options.recordedtime,
    origin: id,
  })
  return {
    write: { stream, expectedRevision: state.revision, events: [event] },
    state: {
      revision,
      countedTo: BigInt(countedTo),
      day: dayOf(options.recordedtime),
      eventsOfDay,
      keptOfDay: today.keptOfDay + kept.length,
    },
  }
}
