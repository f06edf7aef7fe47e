import type { Fact } from '@hub/file/fact.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { Caller } from '../caller.ts'
import type { Reader } from '../reader.ts'
import type { Bell } from './bell.ts'
import type { SharedPages } from './shared-pages.ts'

/** What a caller's subscriptions stand on. */
export type Following = {
  /** For whom: two callers share no page. */
  caller: Caller
  /** The views in use now: a subscription outlives those that it began with. */
  currentReader: () => Reader
  bell: Bell
  pages: SharedPages
}

/** A place in the log, after which events are followed. */
export type Place = { position: Position; ordinal: number }

/**
 * New events, and the place of the last of them. The first item of a subscription has no events: it says where the
 * subscription begins.
 */
export type Followed = Place & { events: readonly Fact[] }

/**
 * Reads the next page of events after one ordinal, up to another. `key` is the same only for readings that give the
 * same page.
 */
export type PageReading = {
  key: string
  read(reader: Reader, page: { after: number; upTo: number; first: number }): Promise<readonly Fact[]>
}

/** Most events of a page. */
export const pageOfEvents = 100

/**
 * Follows the log from a place: first what is recorded already, page by page as fast as the subscriber reads, then what
 * is recorded from now on. Subscribers at the same place get the same page object. Ends when the gateway stops or the
 * signal aborts.
 */
export async function* follow(
  { caller, currentReader, bell, pages }: Following,
  { key, read }: PageReading,
  from: Place,
  signal: AbortSignal,
): AsyncGenerator<Followed> {
  let { position, ordinal } = from
  yield { position, ordinal, events: [] }
  for (;;) {
    const end = await bell.beyond(position, signal)
    if (!end || signal.aborted) return
    const page = { after: ordinal, upTo: end.ordinal, first: pageOfEvents }
    const { followed, next } = await pages.page(`${caller.who} ${key} ${page.after} ${page.upTo}`, async () => {
      const events = await read(currentReader(), page)
      const last = events.at(-1)
      return {
        followed: last && { position: last.position, ordinal: last.ordinal, events },
        next: last && events.length === pageOfEvents ? last : end,
      }
    })
    ;({ position, ordinal } = next)
    if (followed) yield followed
  }
}

/** An iterator over what `run` gives, whose `return` ends it at once, also while it waits. */
export const endable = <T>(run: (signal: AbortSignal) => AsyncGenerator<T>): AsyncIterableIterator<T> => {
  const ending = new AbortController()
  const inner = run(ending.signal)
  return {
    next: () => inner.next(),
    return: (value) => {
      ending.abort()
      return inner.return(value)
    },
    throw: (error) => {
      ending.abort()
      return inner.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
