import type { ConsumeOptions } from './broker.ts'

const mostFailures = 5
const longestPauseMs = 5_000

/** Counts the failures of a batch: those that do not pass by themselves are tried again five times, others for ever. */
export const failuresInARow = (passes: ConsumeOptions['passes'] = () => false) => {
  let [all, lasting] = [0, 0]
  return {
    /** How long to wait before the next try, ms; undefined when it has failed too often. */
    pauseAfter: (error: unknown): number | undefined => {
      all += 1
      if (!passes(error)) lasting += 1
      return lasting >= mostFailures ? undefined : Math.min(50 * 2 ** all, longestPauseMs)
    },
  }
}
