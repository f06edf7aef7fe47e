import { dayOf } from '@hub/schemas/values/day.ts'
import { rankOf } from './authority.ts'
import { claimOf, sourceOf } from './claim.ts'
import type { Fact } from './fact.ts'
import type { Entries, Entry, Section } from './file.ts'

/** Names of the events that begin an entry, say more of it, suspend, resume and end it. */
export type EntryRule = {
  begins: readonly string[]
  says?: readonly string[]
  suspends?: readonly string[]
  resumes?: readonly string[]
  ends?: readonly string[]
  /** What tells two entries apart, from an event's data and name; an event without it means the last entry. */
  key?: (data: Readonly<Record<string, unknown>>, name: string) => string | undefined
  /** Whether beginning again with the same key says more of the entry that lasts, as from another department. */
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

const common = new Set([
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
  Object.fromEntries(Object.entries(data).filter(([field]) => !common.has(field)))

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

const saidOf = (entry: Entry, rule: EntryRule, fact: Fact): Entry => {
  // From when an end or a change counts is not from when the thing itself did; the history has it.
  const { from: _from, ...said } = ownFields(fact.data)
  const { until: _until, ...rest } = entry
  return {
    ...rest,
    ...statusAfter(entry, rule, fact),
    data: { ...entry.data, ...said },
    history: [...entry.history, sourceOf(fact)],
  }
}

/** The entry that an event means: of its key, not ended where there is one; the last where the key is unknown. */
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

/** The list after an event; one that means no entry makes its own, so that nothing said is lost. */
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
  const updated = { ...claim, value: saidOf(claim.value, rule, fact), ...(rules ? { source: sourceOf(fact) } : {}) }
  return entries.with(index, updated)
}
