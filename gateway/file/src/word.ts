import type { Claim, Entry, EntryWord } from './file.ts'

/**
 * The claim on a field of an entry: the value that rules, and what other departments say. `shown` makes the value that
 * is shown from the stored data.
 */
export const wordOn = (
  { data, history, saidBy, others }: Entry,
  field: string,
  shown: (value: unknown) => unknown = (value) => value,
): Claim<unknown> | undefined => {
  const value = data[field]
  if (value === undefined) return undefined
  const rivals = others?.[field] ?? []
  const statement = (word: EntryWord) => ({ value: shown(word.value), source: history[word.by]! })
  return {
    ...statement({ value, by: saidBy?.[field] ?? 0 }),
    alternatives: rivals.map(statement),
    disputed: rivals.some((rival) => JSON.stringify(rival.value) !== JSON.stringify(value)),
  }
}
