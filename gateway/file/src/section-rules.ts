import { claimOf, stated } from './claim.ts'
import { begun, type EntryRule, followed } from './entry.ts'
import type { Fact } from './fact.ts'
import { spanOfFact } from './fact-time.ts'
import type { Claim, Entries, Section, VeteranFile } from './file.ts'

/** How the events of one name change one field of a section. */
export type Rule<S extends Section> = {
  name: string
  field: string
  apply: (state: VeteranFile[S], fact: Fact) => VeteranFile[S]
}

type Field<S extends Section, T> = {
  [K in keyof VeteranFile[S]]-?: Exclude<VeteranFile[S][K], undefined> extends T ? K : never
}[keyof VeteranFile[S]] &
  string

type Pick = (data: Readonly<Record<string, unknown>>, fact: Fact) => unknown

/** From when what a fact says is so. */
export const sinceWhen = (_data: Readonly<Record<string, unknown>>, fact: Fact): string | undefined =>
  spanOfFact(fact).from

const at = <T>(state: object, field: string) => (state as Record<string, T>)[field]

const put = <State extends object>(state: State, field: string, value: unknown): State => ({ ...state, [field]: value })

/**
 * The rules of a single value. `picks` reads it from the data, by event name. After an event named in `changes` (a
 * move, a change of name) all earlier values are past: they do not count as disagreement.
 */
export const value = <S extends Section>(
  section: S,
  field: Field<S, Claim<unknown>>,
  picks: Readonly<Record<string, Pick>>,
  changes: readonly string[] = [],
): Rule<S>[] =>
  Object.entries(picks).map(([name, pick]) => ({
    name,
    field,
    apply: (state, fact) => {
      const said = pick(fact.data, fact)
      if (said === undefined) return state
      const before = changes.includes(name) ? undefined : at<Claim<unknown> | undefined>(state, field)
      return put(state, field, stated(section, before, said, fact))
    },
  }))

const named = <S extends Section>(field: string, rule: EntryRule, apply: Rule<S>['apply']): Rule<S>[] =>
  [rule.begins, rule.says, rule.suspends, rule.resumes, rule.ends]
    .flatMap((names) => names ?? [])
    .map((name) => ({ name, field, apply }))

/** A list: which events begin an entry of it, and which say more of one, suspend, resume or end it. */
export const list = <S extends Section>(section: S, field: Field<S, Entries>, rule: EntryRule): Rule<S>[] =>
  named(field, rule, (state, fact) => put(state, field, followed(section, at<Entries>(state, field) ?? [], rule, fact)))

/** The latest of its kind, with what was said of it since. */
export const latest = <S extends Section>(section: S, field: Field<S, Claim<unknown>>, rule: EntryRule): Rule<S>[] =>
  named(field, rule, (state, fact) => {
    const before = at<Entries[number] | undefined>(state, field)
    if (rule.begins.includes(fact.name))
      return put(state, field, before ? stated(section, before, begun(fact), fact) : claimOf(begun(fact), fact))
    return put(state, field, followed(section, before ? [before] : [], rule, fact)[0])
  })
