/** Values that were used last, bounded in what they take together. */
export type LruCache<Value> = {
  /** The value, which counts as used now. */
  get(key: string): Value | undefined
  /** Keeps a value, or the same one with what it takes now; one that takes more than all may is not kept. */
  set(key: string, value: Value): void
  forget(key: string): void
}

/**
 * A cache that forgets the values unused for longest when all together take more than `most`.
 * @param sizeOf what a value takes, in the unit of `most`
 */
export const lruCache = <Value>(most: number, sizeOf: (value: Value) => number): LruCache<Value> => {
  const kept = new Map<string, { value: Value; size: number }>()
  let total = 0
  const forget = (key: string) => {
    total -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => {
      const entry = kept.get(key)
      if (!entry) return undefined
      kept.delete(key)
      kept.set(key, entry)
      return entry.value
    },
    set: (key, value) => {
      forget(key)
      const size = sizeOf(value)
      if (size > most) return
      kept.set(key, { value, size })
      total += size
      while (total > most) forget(kept.keys().next().value!)
    },
    forget,
  }
}
