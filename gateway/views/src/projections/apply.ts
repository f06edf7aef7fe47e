import type { Fact } from '@hub/file/fact.ts'
import type { Views } from '../open-views.ts'
import type { FaultyEvent, ParsedEvent } from '../read-fact.ts'
import type { FoldedFile, OpenedEvent } from './projection.ts'
import { projections } from './projections.ts'

/**
 * Writes events into every projection; gives the streams in which something was corrected or taken back. `facts` are the
 * same events opened, in the same order; none while views are built anew.
 */
export const insertEvents = (views: Views, events: readonly ParsedEvent[], facts?: readonly Fact[]): Set<string> => {
  const corrected = new Set<string>()
  for (const [index, event] of events.entries()) {
    for (const { apply } of projections) apply.event?.(views, event, facts?.[index])
    if (event.metadata.replaces !== undefined) corrected.add(event.stored.stream)
  }
  return corrected
}

/** Tells every projection of events that are not folded. */
export const applyFaulty = (views: Views, events: readonly FaultyEvent[]): void => {
  for (const event of events) for (const { apply } of projections) apply.faulty?.(views, event)
}

/** Tells every projection that something was corrected or taken back in a stream. */
export const applyCorrected = (views: Views, stream: string): void => {
  for (const { apply } of projections) apply.corrected?.(views, stream)
}

/** Writes events into every projection, and settles what they correct. */
export const applyEvents = (views: Views, events: readonly ParsedEvent[], facts: readonly Fact[]): void => {
  for (const stream of insertEvents(views, events, facts)) applyCorrected(views, stream)
}

export const applyOpened = (views: Views, opened: OpenedEvent): void => {
  for (const { apply } of projections) apply.opened?.(views, opened)
}

/** The same while views are built anew. */
export const buildOpened = (views: Views, opened: OpenedEvent): void => {
  for (const { apply, building } of projections) {
    const take = building?.opened ?? apply.opened
    take?.(views, opened)
  }
}

export const applyErased = (views: Views, person: string, earlier: readonly Fact[]): void => {
  for (const { apply } of projections) apply.erased?.(views, person, earlier)
}

export const applyFile = (views: Views, folded: FoldedFile): void => {
  for (const { apply } of projections) apply.file?.(views, folded)
}

/** Writes a folded file into every projection while views are built anew. */
export const buildFile = (views: Views, folded: FoldedFile): void => {
  for (const { apply, building } of projections) {
    const take = building?.file ?? apply.file
    take?.(views, folded)
  }
}

/** All files are there: what was set aside for them is written. */
export const filesBuilt = (views: Views): void => {
  for (const { building } of projections) building?.done(views)
}
