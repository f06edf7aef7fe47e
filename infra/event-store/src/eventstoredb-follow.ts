import { setTimeout as pause } from 'node:timers/promises'
import type { Position } from '@hub/schemas/format/position.ts'
import { EventStoreUnavailable, type FollowedBatch, type FollowOptions } from './event-store.ts'
import type { EventStoreDbConnection } from './eventstoredb-connection.ts'
import { unavailable } from './eventstoredb-errors.ts'
import { serverPositionOf } from './eventstoredb-events.ts'
import { limitOf } from './eventstoredb-read.ts'
import { subscribe } from './eventstoredb-subscription.ts'

const longestPause = 5_000
const pauseAfter = (failures: number) => (failures <= 1 ? 0 : Math.min(50 * 2 ** failures, longestPause))

export type FollowDependencies = {
  connection: EventStoreDbConnection
  head(): Promise<Position>
  /** Told why a subscription broke; it is taken up again by itself. */
  onDropped: (reason: unknown) => void
}

/** All events of the hub after a position, then those that come; a broken subscription is taken up after the last one. */
export async function* followAll(
  { connection, head, onDropped }: FollowDependencies,
  { after, batchSize, signal }: FollowOptions,
): AsyncGenerator<FollowedBatch> {
  const most = limitOf(batchSize)
  serverPositionOf(after)
  const ending = AbortSignal.any([signal, connection.closed])
  let position = after
  let begun = false
  let failures = 0

  /** One subscription, from where the last one came to, until it breaks or the signal ends it. */
  async function* once(): AsyncGenerator<FollowedBatch> {
    // The end of the log when it was last asked for: a follower that reaches it has caught up.
    let end: Position | undefined = await head()
    if (!begun && end <= position) {
      begun = true
      yield { events: [], caughtUp: true }
      if (ending.aborted) return
    }
    const { timeLimit } = connection
    const subscription = await connection.call('follow', (client, gone) =>
      subscribe(client, { after: position, most, gone, timeLimit }),
    )
    try {
      while (!ending.aborted) {
        const events = subscription.take(most)
        const last = events.at(-1)
        if (!last) {
          await subscription.wait(ending)
          continue
        }
        failures = 0
        begun = true
        position = last.position
        end ??= await head()
        const caughtUp: boolean = position >= end
        yield { events, caughtUp }
        // Behind a full batch there may be more than a moment ago.
        if (caughtUp && events.length === most) end = undefined
      }
    } finally {
      subscription.end()
    }
  }

  while (!ending.aborted)
    try {
      yield* once()
    } catch (reason) {
      if (connection.closed.aborted) break
      // Before anything was followed the fault is the caller's to hear of; later ones are waited out.
      if (!begun) throw unavailable('follow', reason)
      onDropped(reason)
      failures += 1
      await pause(pauseAfter(failures), undefined, { signal: ending }).catch(() => undefined)
    }
  if (connection.closed.aborted && !signal.aborted) throw new EventStoreUnavailable('the event store is closed')
}
