import type { ConsumeOptions } from './broker.ts'

const mostFailures = 5
const longestPauseMs = 5_000

/** Counts the failures of a batch. It is tried again five times, or for ever while the failures are transient. */
export const failuresInARow = (isTransient: ConsumeOptions['isTransient'] = () => false) => {
  let [all, lasting] = [0, 0]
  return {
    /** How long to wait before the next try, ms; undefined when it has failed too often. */
    pauseAfter: (error: unknown): number | undefined => {
      all += 1
      if (!isTransient(error)) lasting += 1
      return lasting >= mostFailures ? undefined : Math.min(50 * 2 ** all, longestPauseMs)
    },
  }
}
