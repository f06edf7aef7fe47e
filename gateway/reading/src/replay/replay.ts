import { setTimeout as sleep } from 'node:timers/promises'
import type { VeteranFile } from '@hub/file/file.ts'
import type { PersonHistory } from '@hub/file/history.ts'
import type { ParsedEvent } from '@hub/views/read-fact.ts'
import { changesBetween, type FileChange, fileValues } from '../compare/file-values.ts'
import type { EventFilter, Reader } from '../reader.ts'

/** What is replayed. */
export type ReplayQuestion = {
  filter: EventFilter
  /** The last place in the log that counts: what was known then. */
  upTo: number
  /** From the last event to the first. */
  newestFirst?: boolean
  /** The event behind which it goes on, in its own direction. */
  after?: number | undefined
  /** Events a second; at once where unsaid. */
  pace?: number | undefined
  /** Most events at once; one, where there is a pace. */
  pageSize?: number
}

const defaultPageSize = 1000

/** Everything of these persons' files, or of one person and whoever the person is linked with at an ordinal. */
export const ofPerson = (reader: Reader, personId: string, upTo: number): Pick<EventFilter, 'persons'> => ({
  persons: reader.linkedWith(personId, upTo),
})

/**
 * Events as they were recorded, forwards or backwards, with their boxes shut: `reader.opened` opens them, `fileStates`
 * tells the file after each. It reads on as fast as it is asked, or at its pace.
 */
export async function* replay(
  currentReader: () => Reader,
  {
    filter,
    upTo,
    newestFirst = false,
    after,
    pace,
    pageSize = pace === undefined ? defaultPageSize : 1,
  }: ReplayQuestion,
  signal?: AbortSignal,
): AsyncGenerator<readonly ParsedEvent[]> {
  let edge = after
  while (!signal?.aborted) {
    const due = pace === undefined ? undefined : performance.now() + 1000 / pace
    const page = newestFirst
      ? { before: Math.min(edge ?? upTo + 1, upTo + 1), first: pageSize, newestFirst }
      : { after: edge ?? 0, before: upTo + 1, first: pageSize }
    const events = await currentReader().scan(filter, page)
    const last = events.at(-1)
    if (!last) return
    yield events
    if (events.length < pageSize) return
    edge = last.ordinal
    if (due !== undefined)
      await sleep(Math.max(0, due - performance.now()), undefined, signal ? { signal } : {}).catch(() => undefined)
  }
}

/** The file after an event, and what the event changed in it. */
export type StateAfter = { personId: string; file: VeteranFile | undefined; changes: readonly FileChange[] }

/** Persons whose histories are kept at once: the events of one matter go back and forth between a few. */
const mostHistories = 16

/** Tells the file after each event, as known then; undefined for an event that belongs to nobody's file. */
export const fileStates = (currentReader: () => Reader, upTo: number) => {
  const histories = new Map<string, Promise<PersonHistory>>()
  const historyOf = (personId: string) => {
    const history = histories.get(personId) ?? currentReader().history(personId, upTo)
    histories.delete(personId)
    histories.set(personId, history)
    const [oldest] = histories.keys()
    if (histories.size > mostHistories && oldest !== undefined) histories.delete(oldest)
    return history
  }
  return async (ordinal: number, of?: string): Promise<StateAfter | undefined> => {
    const personId = of ?? currentReader().personOf(ordinal)
    if (personId === undefined) return undefined
    const history = await historyOf(personId)
    const before = fileValues(history.at({ ordinal: ordinal - 1 }), history.rootOf)
    const file = history.at({ ordinal })
    return { personId, file, changes: changesBetween(before, fileValues(file, history.rootOf)) }
  }
}
