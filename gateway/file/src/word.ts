import type { Claim, Entry, EntryWord } from './file.ts'

/** What is said of a field of an entry: whose word rules, and what the others say. `shown` makes a value of its data. */
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
