/** A seeded source of choices: the same seed gives the same city. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<Item>(items: readonly Item[]): Item
  chance(probability: number): boolean
}

/** Mulberry32, a 32-bit generator with one word of state. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return { whole, pick: (items) => items[whole(0, items.length - 1)]!, chance: (probability) => next() < probability }
}

/** A source of its own for the n-th of a kind, so that one can be told without the others. */
export const randomOf = (seed: number, kind: string, n: number): Random => {
  let hash = seed | 0
  for (const letter of kind) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return seededRandom(Math.imul(hash ^ n, 0x9e3779b1))
}
