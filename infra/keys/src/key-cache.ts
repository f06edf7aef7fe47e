import type { PersonKey } from '@hub/sealing/person-key.ts'

/** Keys that were opened not long ago. */
export type KeyCache = {
  get(person: string): PersonKey | undefined
  set(person: string, key: PersonKey): void
  delete(person: string): void
  clear(): void
}

/** Remembers the keys that were used last, `most` of them, each for at most `forMs` (default for ever). */
export const keyCache = ({ most = 20_000, forMs = Number.POSITIVE_INFINITY } = {}): KeyCache => {
  // A Map keeps insertion order: the first entry is the one unused for longest.
  const kept = new Map<string, { key: PersonKey; until: number }>()
  return {
    get: (person) => {
      const entry = kept.get(person)
      if (!entry) return undefined
      kept.delete(person)
      if (entry.until < performance.now()) return undefined
      kept.set(person, entry)
      return entry.key
    },
    set: (person, key) => {
      kept.delete(person)
      kept.set(person, { key, until: performance.now() + forMs })
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
    delete: (person) => kept.delete(person),
    clear: () => kept.clear(),
  }
}
