import type { Fault } from '@hub/runtime/problem.ts'

/**
 * How far an event has come: `waiting` to be sent; `taken` by the intake, which gave a receipt; `recorded`, or a
 * `duplicate` of what was recorded before; `rejected` by the recorder; `refused` by the intake. The last two stay until
 * they are told what to do.
 */
export type EntryState = 'waiting' | 'taken' | 'recorded' | 'duplicate' | 'rejected' | 'refused'

/** By what a sender names an event. */
export type EventName = { source: string; id: string }

/** What an outbox tells of an event; nothing of its data. */
export type OutboxEntry = EventName & {
  /** Grows with each change of any event of the outbox: `changes({ after })` goes on from here. */
  change: number
  type: string
  state: EntryState
  /** Why it was refused or rejected, with what to do, in both languages. They carry no value that was sent. */
  faults: readonly Fault[]
  /** What the intake found worth a look in what it took. */
  notices: readonly Fault[]
  receipt?: string
  /** The stream and the id that the hub gave, where the event speaks of no person: later facts refer to the stream. */
  stream?: string
  eventId?: string
  /** Where it stands in the hub's log, once it is recorded. */
  position?: string
}

/** What else is told of an event beside its state. */
export type Told = Partial<Pick<OutboxEntry, 'faults' | 'notices' | 'stream' | 'eventId' | 'position'>>

/** Whether nothing more happens to an event by itself. */
export const isSettled = ({ state }: Pick<OutboxEntry, 'state'>): boolean => state !== 'waiting' && state !== 'taken'
