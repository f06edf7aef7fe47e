/** One row of the bench: the hub against a limit or a peer, measured in the same run. */
export type Row = {
  name: string
  /** What is measured, and against what. */
  title: string
  /** What `value` has to reach: at least, or at most. */
  reach: { least: number } | { most: number }
  unit: string
  measure(): Promise<Measured>
}

export type Measured = { value: number; details: Readonly<Record<string, number | string>> }

export type Result = {
  name: string
  title: string
  value: number
  unit: string
  reach: string
  ok: boolean
  details: Measured['details']
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]!
    : (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
}

/** Milliseconds that a call took. */
export const timed = async (call: () => Promise<void> | void): Promise<number> => {
  const started = performance.now()
  await call()
  return performance.now() - started
}

/**
 * Runs both sides in turn, `rounds` times after a warm-up of each; the medians in ms, and the median of the limit's
 * time over the hub's, pair by pair: 1 is as fast as the limit.
 */
export const paired = async (
  rounds: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<{ ours: number; limit: number; ratio: number }> => {
  await ours()
  await limit()
  const pairs: { ours: number; limit: number }[] = []
  for (let round = 0; round < rounds; round++) pairs.push({ ours: await ours(), limit: await limit() })
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    limit: median(pairs.map((pair) => pair.limit)),
    ratio: median(pairs.map((pair) => pair.limit / pair.ours)),
  }
}

/** Most memory that a process of the hub may ever hold, MB. */
const mostMb = 400

/** Peak memory at a large size against a small one; where the large one is over the most, as if it missed its bar. */
export const memoryResult = (small: number, large: number, details: Measured['details']): Measured => ({
  value: large <= mostMb ? large / small : Math.max(large / small, (1.25 * large) / mostMb),
  details: { 'peak MB, small': Math.round(small), 'peak MB, large': Math.round(large), ...details },
})

/** Runs a row. */
export const runRow = async (row: Row): Promise<Result> => {
  const { value, details } = await row.measure()
  const ok = 'least' in row.reach ? value >= row.reach.least : value <= row.reach.most
  const reach = 'least' in row.reach ? `≥ ${row.reach.least}` : `≤ ${row.reach.most}`
  return { name: row.name, title: row.title, value: Number(value.toFixed(3)), unit: row.unit, reach, ok, details }
}
