const isLong = process.env.LONG === '1'

/** How much is tried: with `LONG=1` all of it. `SEED` repeats a run. */
export const runs = {
  count: isLong ? 100_000 : 500,
  timeout: isLong ? 3_600_000 : 180_000,
  seed: Number(process.env.SEED ?? Date.now() % 2 ** 31),
}
