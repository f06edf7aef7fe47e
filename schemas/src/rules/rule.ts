import type { LegalRule } from '../law/legal-rule.ts'
import type { RuleCode } from './rule-catalogue.ts'

/** Stands in the place of a field: the day of the envelope's time. */
export const eventTime = '/time'
/** Stands in the place of a field: the day on which the event is looked at, by the hub's clock in Asia/Shanghai. */
export const today = '/today'
/** Stands in the place of a field: the person's day of birth, by the citizen number. */
export const birth = '/birth'

/** For which events a rule holds: by the word in one of their fields, or by what its law says on the fact's day. */
export type Condition =
  | { field: string; is: readonly string[] }
  | { field: string; isNot: readonly string[] }
  /** The law decides so. */
  | { lawSays: string }
  /** The word in the field is among those that the law lists. */
  | { lawLists: string }

/** What of a person a citizen number says too. */
export type OfNumber = 'birthDate' | 'sex' | 'number'

/**
 * What fields of one event have to do with each other. Fields are those of the payload, inside another as
 * `totals.posts`, in each member of a list as `items[].scored`. Dates of different exactness are compared as exactly as both are known.
 */
type RuleForm =
  /** `to` does not lie before `from`, nor more than `within` months behind it, where both are there. */
  | { kind: 'inOrder'; from: string; to: string }
  | { kind: 'within'; from: string; to: string; months: number }
  | { kind: 'notBefore'; field: string; day: string }
  /** What the field says is also in the person's citizen number. */
  | { kind: 'asNumber'; field: string; says: OfNumber }
  /** Everybody whom the event names by a citizen number was born, by it, on or after that day; where no day is given, by today. */
  | { kind: 'born'; notBefore?: string }
  /** The person's age in whole years on the date, by the citizen number; no field: on the day from which it is so. */
  | { kind: 'age'; field?: string; least: number; most: number }
  | { kind: 'exactlyOne'; fields: readonly [string, string, ...string[]] }
  | { kind: 'notMoreThan'; less: string; more: string }
  /** The two fields do not hold the same, where both are there. */
  | { kind: 'different'; fields: readonly [string, string] }
  /** Nobody in `handledBy` has two duties. */
  | { kind: 'separateDuties' }
  /** One of these authorities says it, in `assertedFrom`; it may be left out where the rule is `ifSaid`. */
  | { kind: 'handedOver'; by: readonly string[]; ifSaid?: true }

export type RuleKind = RuleForm['kind']

/** A rule that an event type declares. Whether it refuses or is only noticed follows from the catalogue of its code. */
export type Rule = RuleForm & {
  code: RuleCode
  /** The article on which it rests is that of the fact's day. */
  law?: LegalRule
  when?: Condition
}

/** The end does not lie before the beginning. */
export const inOrder = (from: string, to: string, code: RuleCode = 'ORDER_OF_DATES'): Rule => ({
  kind: 'inOrder',
  from,
  to,
  code,
})

/** Exactly one of the fields is there. */
export const exactlyOne = (...fields: readonly [string, string, ...string[]]): Rule => ({
  kind: 'exactlyOne',
  fields,
  code: 'EXACTLY_ONE',
})

/** One count or amount is not more than another. */
export const notMoreThan = (less: string, more: string, code: RuleCode = 'MORE_THAN_ALL'): Rule => ({
  kind: 'notMoreThan',
  less,
  more,
  code,
})

/** Two fields do not hold the same; the second is to be put right. */
export const different = (one: string, other: string, code: RuleCode): Rule => ({
  kind: 'different',
  fields: [one, other],
  code,
})

/** The person in the field is not the event's own. */
export const anotherPerson = (field: string): Rule => different('person', `${field}.person`, 'SAME_PERSON')

/** Nobody has two duties in the same act. */
export const separateDuties: Rule = { kind: 'separateDuties', code: 'TWO_DUTIES' }

/** The event says that one of these authorities handed it over. */
export const handedOverBy = (
  by: string | readonly string[],
  more: Pick<Rule, 'law' | 'when'> & { ifSaid?: true } = {},
): Rule => ({ kind: 'handedOver', by: [by].flat(), code: 'ASSERTED_FROM', ...more })

/** What is paid for does not lie more than a year back, but for what is made up for (补发). */
export const paidInTime = (periodTo: string, kind: string): Rule => ({
  kind: 'within',
  from: periodTo,
  to: eventTime,
  months: 12,
  code: 'PAID_LATE',
  when: { field: kind, isNot: ['补发'] },
})
