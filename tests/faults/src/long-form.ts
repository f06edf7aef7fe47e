/** The whole of the tests that kill, where `LONG=1`; otherwise their short form. */
export const isLong = process.env.LONG === '1'

/** What the kills and the departments come from; the same seed gives the same again, as far as processes do. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
