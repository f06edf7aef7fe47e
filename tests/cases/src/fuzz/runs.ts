const isLong = process.env.LONG === '1'
const total = Number(process.env.RUNS ?? (isLong ? 100_000 : 500))
const first = Number(process.env.SEED ?? Date.now() % 2 ** 31)
/** Runs of one seed: a run that is stopped has lost no more. */
const ofSeed = 2_000

/**
 * How much is tried, in parts with a seed each: 500, with `LONG=1` 100,000, or `RUNS`. Part n has the seed `SEED` + n, so
 * that `SEED` repeats a part and goes on behind one.
 */
export const parts: readonly { seed: number; runs: number }[] = Array.from(
  { length: Math.ceil(total / ofSeed) },
  (_, part) => ({ seed: first + part, runs: Math.min(ofSeed, total - part * ofSeed) }),
)

/** For one part; ms. */
export const partTimeout = isLong ? 1_800_000 : 180_000

/** How a part is run; a failure is told although it could be made smaller still. */
export const howToRun = ({ seed, runs }: { seed: number; runs: number }) => ({
  seed,
  numRuns: runs,
  interruptAfterTimeLimit: 0.8 * partTimeout,
  markInterruptAsFailure: true,
})

/** Most that one case may take of the processor, ms: an answer that needs more is taken for a hang. */
export const mostWorkMs = 3_000
