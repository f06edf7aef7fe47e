import type { Position } from '@hub/schemas/format/position.ts'
import type { Checkpoint } from '@hub/views/checkpoint.ts'

/**
 * The pause between two looks at the views while anybody waits, ms. It grows with the number of waiters, as waking each
 * takes time.
 */
const pauseMs = (waiters: number): number => 25 + 0.2 * waiters

/**
 * Wakes everybody who waits for new events, by one look at the views for the whole gateway. It hands over no events:
 * each waiter reads on from its own position, so nothing piles up for a slow one.
 */
export type Bell = {
  /**
   * Resolves with how far the views are once that is beyond a position; undefined when the gateway stops or the signal
   * aborts. Looks at once where nobody has looked lately.
   */
  beyond(position: Position, signal?: AbortSignal): Promise<Checkpoint | undefined>
  /** Aborted when the gateway stops. */
  stopping: AbortSignal
  /** Lets everybody go who waits. */
  stop(): void
}

type Waiter = { position: Position; wake: (checkpoint: Checkpoint | undefined) => void }

/** A bell over the views that `checkpoint` looks at; while it throws there is nothing new. */
export const createBell = (checkpoint: () => Checkpoint): Bell => {
  const waiting = new Set<Waiter>()
  let timer: NodeJS.Timeout | undefined
  let pause = pauseMs(0)
  const stopping = new AbortController()
  let seen: { checkpoint: Checkpoint; at: number } | undefined

  const look = (): Checkpoint | undefined => {
    try {
      seen = { checkpoint: checkpoint(), at: performance.now() }
    } catch {
      // The views are being built, or their file is busy: the next look will tell.
    }
    return seen?.checkpoint
  }
  const rest = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const ring = () => {
    const now = look()
    pause = pauseMs(waiting.size)
    for (const waiter of waiting)
      if (now && now.position > waiter.position) {
        waiting.delete(waiter)
        waiter.wake(now)
      }
    timer = waiting.size === 0 ? undefined : setTimeout(ring, pause).unref()
  }

  return {
    beyond: async (position, signal) => {
      if (stopping.signal.aborted || signal?.aborted) return undefined
      // A look that another waiter has just had is used again, so that all waiters go on from the same checkpoint and
      // read the same pages.
      const fresh = seen && performance.now() - seen.at < pause ? seen.checkpoint : look()
      if (fresh && fresh.position > position) return fresh
      timer ??= setTimeout(ring, pause).unref()
      const { promise, resolve } = Promise.withResolvers<Checkpoint | undefined>()
      const waiter: Waiter = { position, wake: resolve }
      waiting.add(waiter)
      const leave = () => {
        waiting.delete(waiter)
        if (waiting.size === 0) rest()
        resolve(undefined)
      }
      signal?.addEventListener('abort', leave, { once: true })
      return promise.finally(() => signal?.removeEventListener('abort', leave))
    },
    stopping: stopping.signal,
    stop: () => {
      stopping.abort()
      rest()
      for (const { wake } of waiting) wake(undefined)
      waiting.clear()
    },
  }
}
