import { commonFields } from '@hub/schemas/define-event.ts'
import { beginningFields, beginningOf, endingOf, isOverOn, lastOf, ownEndOf } from '@hub/schemas/own-time.ts'
import { isNamedBy, joinedThings, type NamedThing, namedThings } from '@hub/schemas/thing.ts'
import { dayOf, isEarlier } from '@hub/schemas/values/day.ts'
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
  /** The event that says more ends the entry where it says this: a claim of which nothing is owed any more is settled. */
  endsWhen?: { field: string; is: number }
  /**
   * Whether a second beginning of the same thing adds to the entry that has not ended, as when another department
   * reports the same confirmation.
   */
  once?: boolean
  /** The span of an entry is the period that it is for: an order for March is not over with March. */
  forPeriod?: boolean
}

const actFields: ReadonlySet<string> = new Set([...Object.keys(commonFields), 'sealed'])

/** Whether a field says how an event came about and of whom it speaks, not what it says. */
export const isOfAct = (field: string, definition?: { personField: string | undefined }): boolean =>
  actFields.has(field) || field === definition?.personField

const ownFields = ({ data, definition }: Fact) =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !isOfAct(field, definition)))

const thingsOf = (fact: Fact): readonly NamedThing[] => (fact.definition ? namedThings(fact.definition, fact) : [])

/** The entry that an event begins. */
export const begun = (fact: Fact, rule?: EntryRule): Entry => {
  const { definition = {}, data, time } = fact
  const from = beginningOf(definition, data, time)
  const end = ownEndOf(definition, data)
  const until = end && lastOf(end, from)
  const things = thingsOf(fact)
  return {
    name: fact.name,
    status: until !== undefined && !rule?.forPeriod && isOverOn(until, dayOf(time)) ? 'ended' : 'current',
    from,
    ...(until === undefined ? {} : { until }),
    data: ownFields(fact),
    history: [sourceOf(fact)],
    ...(things.length > 0 ? { things } : {}),
    ...(fact.definition?.time?.until === 'next' ? { untilNext: true } : {}),
  }
}

const statusAfter = (entry: Entry, rule: EntryRule, fact: Fact): Pick<Entry, 'status' | 'until'> => {
  const settled = rule.endsWhen !== undefined && fact.data[rule.endsWhen.field] === rule.endsWhen.is
  if (settled || rule.ends?.includes(fact.name)) {
    const over = endingOf(fact.definition ?? {}, fact.data, fact.time)
    return { status: 'ended', until: lastOf(over, entry.from) }
  }
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
  // What says from when a later event holds does not replace what says when the entry began. The history keeps it.
  const ownBeginning = beginningFields(fact.definition ?? {}).filter(
    (field) => entry.data[field] !== undefined && entry.saidBy?.[field] === undefined,
  )
  const said = Object.entries(ownFields(fact)).filter(([field]) => !ownBeginning.includes(field))
  const { until: _until, things = [], ...rest } = entry
  const known = joinedThings(things, thingsOf(fact))
  const start: Entry = {
    ...rest,
    ...statusAfter(entry, rule, fact),
    history: [...entry.history, sourceOf(fact)],
    ...(known.length > 0 ? { things: known } : {}),
  }
  const by = entry.history.length
  return said.reduce((state, [field, value]) => withWord(section, state, field, { value, by }), start)
}

/**
 * Whether an event is about the thing of an entry: both speak of things of one kind, and a key says so. Undefined where
 * the event says too little to tell, or one of the two does not say of what it speaks.
 */
const isAbout = (entry: Pick<Entry, 'things'>, things: readonly NamedThing[]): boolean | undefined => {
  const { things: own = [] } = entry
  if (own.length === 0 || things.length === 0) return undefined
  for (const { kind, keys } of things) {
    const same = own.find((thing) => thing.kind === kind)
    if (same) return keys.length === 0 ? undefined : isNamedBy(same.keys, keys)
  }
  return false
}

/**
 * Index of the entry that an event is about: the last one of its thing that has not ended, else the last one of its
 * thing; -1 for none. An event that says too little is about the last of its kind, unless it begins something.
 */
const meantBy = (entries: Entries, rule: EntryRule, fact: Fact): number => {
  const things = thingsOf(fact)
  if (rule.begins.includes(fact.name))
    return rule.once
      ? entries.findLastIndex(({ value }) => value.status !== 'ended' && isAbout(value, things) === true)
      : -1
  const last = (mayHaveEnded: boolean) =>
    entries.findLastIndex(({ value }) => (mayHaveEnded || value.status !== 'ended') && isAbout(value, things) !== false)
  const open = last(false)
  return open >= 0 ? open : last(true)
}

const overWith = (entry: Entry, next: Pick<Entry, 'from'>): Pick<Entry, 'status' | 'until'> => ({
  status: 'ended',
  until: lastOf({ at: next.from, includes: false }, entry.from),
})

/**
 * The entries with a new one at their end. What lasts until the next of its thing is over with that one, in the order of
 * their own dates: told late, the new one itself is over.
 */
const withNext = (entries: Entries, entry: Entry, fact: Fact): Entries => {
  const rivals = entries.filter(({ value }) => value.untilNext && isAbout(value, entry.things ?? []) === true)
  const isLater = ({ value }: Entries[number]) => isEarlier(entry.from, value.from)
  const byBeginning = (one: Entries[number], other: Entries[number]) => (one.value.from < other.value.from ? -1 : 1)
  const following = rivals.filter(isLater).toSorted(byBeginning)[0]
  const previous = rivals
    .filter((rival) => !isLater(rival))
    .toSorted(byBeginning)
    .at(-1)
  const replaced = (claim: Entries[number]): Entries[number] => ({
    ...claim,
    value: { ...claim.value, ...overWith(claim.value, entry), history: [...claim.value.history, sourceOf(fact)] },
  })
  const added = following && entry.untilNext ? { ...entry, ...overWith(entry, following.value) } : entry
  return [...entries.map((claim) => (claim === previous ? replaced(claim) : claim)), claimOf(added, fact)]
}

/**
 * The list after an event. An event that is about none of its entries begins a new one, so that nothing said is lost.
 */
export const followed = (section: Section, entries: Entries, rule: EntryRule, fact: Fact): Entries => {
  const begins = rule.begins.includes(fact.name)
  const index = meantBy(entries, rule, fact)
  const claim = entries[index]
  if (!claim) {
    const entry = begun(fact, rule)
    if (begins) return withNext(entries, entry, fact)
    return [...entries, claimOf({ ...entry, ...statusAfter(entry, rule, fact) }, fact)]
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
