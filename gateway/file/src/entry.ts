import { dayOf } from '@hub/schemas/values/day.ts'
import { rankOf } from './authority.ts'
import { claimOf, sourceOf } from './claim.ts'
import type { Fact } from './fact.ts'
import type { Entries, Entry, EntryWord, Section } from './file.ts'

/** Names of the events that begin an entry, say more of it, suspend, resume and end it. */
export type EntryRule = {
  begins: readonly string[]
  says?: readonly string[]
  suspends?: readonly string[]
  resumes?: readonly string[]
  ends?: readonly string[]
  /**
   * The key of the entry that an event is about, read from its data and name. An event without a key is about the last
   * entry.
   */
  key?: (data: Readonly<Record<string, unknown>>, name: string) => string | undefined
  /**
   * Whether a second beginning with the same key adds to the entry that has not ended, as when another department
   * reports the same job.
   */
  once?: boolean
}

/** Entries told apart by the value of a field. */
export const byField =
  (field: string): NonNullable<EntryRule['key']> =>
  (data) =>
    data[field] === undefined ? undefined : String(data[field])

/** Fields that say when something began, the most telling first. */
const beginnings = [
  'startedOn',
  'enlistedOn',
  'registeredOn',
  'awardedOn',
  'approvedOn',
  'decidedOn',
  'openedOn',
  'payableFrom',
  'fromMonth',
  'from',
  'enrolledOn',
  'acceptedOn',
  'movedOn',
  'crematedOn',
  'effectiveFrom',
]

const endings = [
  'endedOn',
  'dischargedOn',
  'lastMonth',
  'closedOn',
  'completedOn',
  'droppedOn',
  'stoppedOn',
  'until',
  'registeredOn',
  'to',
  'from',
]

/** Fields by which an event says that what it begins is over. */
const overOn = ['dischargedOn', 'endedOn', 'completedOn', 'droppedOn']

const dated = (data: Readonly<Record<string, unknown>>, fields: readonly string[]): string | undefined => {
  for (const field of fields) {
    const found = data[field]
    if (typeof found === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(found)) return found
  }
  return undefined
}

/** Fields of an event that say how it came about, not what it is about. */
export const actFields: ReadonlySet<string> = new Set([
  'person',
  'region',
  'handledBy',
  'documentNo',
  'legalBasis',
  'effectiveFrom',
  'assertedFrom',
  'sealed',
])

const ownFields = (data: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !actFields.has(field)))

/** The entry that an event begins. */
export const begun = (fact: Fact): Entry => {
  const over = dated(fact.data, overOn)
  const until = over ?? dated(fact.data, ['to'])
  return {
    name: fact.name,
    status: over === undefined ? 'current' : 'ended',
    from: dated(fact.data, beginnings) ?? dayOf(fact.time),
    ...(until === undefined ? {} : { until }),
    data: ownFields(fact.data),
    history: [sourceOf(fact)],
  }
}

const statusAfter = (entry: Entry, rule: EntryRule, fact: Fact): Pick<Entry, 'status' | 'until'> => {
  if (rule.ends?.includes(fact.name)) return { status: 'ended', until: dated(fact.data, endings) ?? dayOf(fact.time) }
  const kept = entry.until === undefined ? {} : { until: entry.until }
  if (rule.suspends?.includes(fact.name)) return { ...kept, status: 'suspended' }
  if (rule.resumes?.includes(fact.name)) return { ...kept, status: 'current' }
  return { ...kept, status: entry.status }
}

const without = <T>(record: Readonly<Record<string, T>>, field: string) => {
  const { [field]: _gone, ...rest } = record
  return rest
}

/**
 * An entry after a department has said a value of one of its fields. It replaces what the same department said before,
 * and rules over departments of lower rank.
 */
const withWord = (section: Section, entry: Entry, field: string, word: EntryWord): Entry => {
  const departmentOf = ({ by }: EntryWord) => entry.history[by]?.department ?? ''
  const before = { value: entry.data[field], by: entry.saidBy?.[field] ?? 0 }
  const words = before.value === undefined ? [] : [before, ...(entry.others?.[field] ?? [])]
  const [ruling, ...others] = [word, ...words.filter((one) => departmentOf(one) !== departmentOf(word))].toSorted(
    (one, other) => rankOf(section, departmentOf(one)) - rankOf(section, departmentOf(other)),
  ) as [EntryWord, ...EntryWord[]]
  const kept = entry.others && without(entry.others, field)
  return {
    ...entry,
    data: { ...entry.data, [field]: ruling.value },
    saidBy: { ...entry.saidBy, [field]: ruling.by },
    ...(kept || others.length > 0 ? { others: others.length > 0 ? { ...kept, [field]: others } : kept! } : {}),
  }
}

const saidOf = (section: Section, entry: Entry, rule: EntryRule, fact: Fact): Entry => {
  // `from` of a later event says when that change takes effect, not when the entry began. The history keeps it.
  const { from: _from, ...said } = ownFields(fact.data)
  const { until: _until, ...rest } = entry
  const start: Entry = {
    ...rest,
    ...statusAfter(entry, rule, fact),
    history: [...entry.history, sourceOf(fact)],
  }
  const by = entry.history.length
  return Object.entries(said).reduce((state, [field, value]) => withWord(section, state, field, { value, by }), start)
}

/**
 * Index of the entry that an event is about: the last one with its key that has not ended, else the last one with its
 * key; -1 for none. Without a key every entry fits.
 */
const meantBy = (entries: Entries, rule: EntryRule, fact: Fact): number => {
  const key = rule.key?.(fact.data, fact.name)
  const fits = (open: boolean) =>
    entries.findLastIndex(({ value }) => {
      if (open && value.status === 'ended') return false
      const own = rule.key?.(value.data, value.name)
      return key === undefined || own === key
    })
  const open = fits(true)
  return open >= 0 || rule.begins.includes(fact.name) ? open : fits(false)
}

/**
 * The list after an event. An event that is about none of its entries begins a new one, so that nothing said is lost.
 */
export const followed = (section: Section, entries: Entries, rule: EntryRule, fact: Fact): Entries => {
  const begins = rule.begins.includes(fact.name)
  const index = begins && !rule.once ? -1 : meantBy(entries, rule, fact)
  const claim = entries[index]
  if (!claim) {
    const entry = begun(fact)
    return [...entries, claimOf(begins ? entry : { ...entry, ...statusAfter(entry, rule, fact) }, fact)]
  }
  // The department in authority over the section stays the source of what it began.
  const rules = begins && rankOf(section, fact.department) < rankOf(section, claim.source.department)
  const updated = {
    ...claim,
    value: saidOf(section, claim.value, rule, fact),
    ...(rules ? { source: sourceOf(fact) } : {}),
  }
  return entries.with(index, updated)
}
