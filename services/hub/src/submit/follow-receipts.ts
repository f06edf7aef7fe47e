import { setTimeout as sleep } from 'node:timers/promises'
import { type AskOptions, askReceipts, receiptsAtOnce } from './ask-receipts.ts'
import { type Destination, waitOf } from './destination.ts'
import type { Outcome, Progress } from './progress-file.ts'

export type FollowOptions = AskOptions & {
  /** For how long (ms) no receipt may come to its end before the following gives up. */
  patience: number
  /** Told what became of rows. */
  onSettled: (outcomes: readonly Outcome[]) => void
}

/**
 * How the following ended: every receipt has come to its end; none did for too long; nothing answered for so long; or the
 * receipts are of another store than the hub's.
 */
export type Followed = 'settled' | 'out-of-patience' | 'away' | 'other-store'

export type Following = {
  /** Resolves at the end. @throws {SendingStopped} */
  ended: Promise<Followed>
  /** Nothing more will be taken: the following ends when nothing is open. */
  lastTaken(): void
  /** Ends it now; what is open stays open. */
  stop(): void
}

const shortestPause = 20
const longestPause = 1_000

/**
 * Follows the receipts of all that is open in a progress, also of what is taken meanwhile, the oldest first. A page that
 * holds nothing new is asked for less and less often.
 */
export const followReceipts = (to: Destination, progress: Progress, options: FollowOptions): Following => {
  let moreComes = true
  let stopped = false
  const follow = async (): Promise<Followed> => {
    let behind = 0
    let pause = shortestPause
    let lastNews = Date.now()
    while (!stopped) {
      const rows = progress.openRows(behind, receiptsAtOnce)
      if (rows.length === 0 && behind > 0) {
        behind = 0
        continue
      }
      if (rows.length === 0) {
        if (!moreComes) return 'settled'
        lastNews = Date.now()
        await sleep(shortestPause)
        continue
      }
      const asked = await askReceipts(rows, to, options)
      if ('otherStore' in asked) return 'other-store'
      const settled = 'outcomes' in asked ? asked.outcomes : []
      if (settled.length > 0) {
        progress.settle(settled)
        options.onSettled(settled)
        lastNews = Date.now()
        pause = shortestPause
      }
      if (settled.length === rows.length) continue
      if (Date.now() - lastNews >= options.patience) return 'busy' in asked ? 'away' : 'out-of-patience'
      // One stream may wait long: those behind it are asked for meanwhile.
      behind = rows.length < receiptsAtOnce ? 0 : rows.at(-1)!.row
      const asks = 'busy' in asked ? waitOf(asked.retryAfterMs, longestPause) : pause
      await sleep(Math.min(asks, Math.max(shortestPause, lastNews + options.patience - Date.now())))
      if (settled.length === 0) pause = Math.min(2 * pause, longestPause)
    }
    return 'out-of-patience'
  }
  return {
    ended: follow(),
    lastTaken: () => {
      moreComes = false
    },
    stop: () => {
      stopped = true
    },
  }
}
