import type { LegalRule } from '@hub/schemas/law/legal-rule.ts'

/** What every window of the report says of itself: its name, by which whoever asks sets it, and the law on which it rests. */
type Named = { name: string; titleZh: string; titleEn: string; law?: LegalRule }

/** How long after something another thing still counts, unless whoever asks says otherwise. */
export type TimeLimit = Named & {
  unit: 'hours' | 'days' | 'workingDays'
  default: number
  /** The least and the most that may be asked. */
  min: number
  max: number
}

/**
 * The days that figures count, unless whoever asks says others: days in Asia/Shanghai, both within; missing means without
 * an end.
 */
export type DayWindow = Named & { from?: string; to?: string }

/** What bounds a figure in time. All of it is an argument of the report, with a default. */
export type ReportWindow = TimeLimit | DayWindow

/** A condition on a field of a fact's open data. */
export type Condition =
  | { field: string; in: readonly (string | number)[] }
  | { field: string; atLeast: number }
  /** The field is there, whatever it says. */
  | { field: string; said: true }
  /** One of these at least. */
  | { anyOf: readonly Condition[] }
  /** The same person has also a fact of these names, where asked in so many days after this one, or not after it. */
  | { also: readonly string[]; where?: readonly Condition[]; withinDays?: TimeLimit; notAfter?: true }
  /**
   * Decided within the working days that were promised when the case was accepted, or so many after them; what stops the
   * clock is left out.
   */
  | { pastPromise: TimeLimit }
  /** Not more than so many days lie between a day of the fact and its own; more by the number in `plus`, where it has one. */
  | (Span & { atMost: TimeLimit; plus?: string })
  /** Not more than so many hours lie between its beginning and its end. */
  | (Lasting & { hours: TimeLimit })
  /** The fact's stream has also a fact of these names; with `absent` it has none. */
  | { inStream: readonly string[]; where?: readonly Condition[]; absent?: true }

/** Days from a day in a fact's data to the fact's own day, as its type declares it; working days where asked. */
export type Span = { daysFrom: string; working?: true }

/** From the beginning of a fact to the end that a fact of this name says of its thing. */
export type Lasting = { until: string }

/** Which facts a figure is made of. */
export type Selection = {
  names: readonly string[]
  where?: readonly Condition[]
  /** A list in the data: the figure is made of its items; `itemWhere` looks at their fields. */
  each?: string
  itemWhere?: readonly Condition[]
  /** Of the facts that speak of one thing, by the key that their type declares, only the latest by its own time counts. */
  latest?: true
}

/** How facts become a number. A field `person`, `stream` or `region` is the fact's own, any other one of its data. */
export type Aggregate =
  | { kind: 'count' }
  /** Sum of one or more fields (of the items, where the selection has `each`). */
  | { kind: 'sum'; fields: readonly string[] }
  /** Number of different values; of several fields in one list the first that is there counts. */
  | { kind: 'distinct'; by: readonly (readonly string[])[] }
  /** Number of different things of which the facts speak, by the key that their type declares. */
  | { kind: 'things' }
  | { kind: 'max' | 'min'; field: string }
  /** How many items the list in a field has that has most or fewest of them. */
  | { kind: 'mostItems' | 'fewestItems'; list: string }
  /** The average length of a span, or of a number; of no facts there is none. */
  | { kind: 'average'; of: Span | { field: string } }
  /** The hours of the one that lasted longest. None, if none has ended. */
  | ({ kind: 'longest' } & Lasting)

/** What is computed from other figures of the same report. */
export type Derivation =
  | { kind: 'share'; part: string; whole: string }
  /** So much of one for each of another. */
  | { kind: 'per'; part: string; whole: string }
  /** The share by which `to` is less than `from`. */
  | { kind: 'cut'; from: string; to: string }
  /** Growth a year, compound. */
  | { kind: 'growth'; from: string; to: string; years: number }

export type Unit =
  | 'number'
  | 'persons'
  | 'times'
  | 'money'
  | 'percent'
  | 'households'
  | 'hours'
  | 'days'
  | 'workingDays'

/** A figure of the work report, as data. */
export type Figure = {
  key: string
  /** Row of the report's table. */
  row: number
  titleZh: string
  titleEn: string
  unit: Unit
  window: DayWindow
  /** A field by whose values the figure is also broken down. */
  groupBy?: string
} & ({ of: Selection; aggregate: Aggregate } | { derived: Derivation })

export type ComputedFigure = Extract<Figure, { of: Selection }>

const counted = { kind: 'count' } as const
const persons = { kind: 'distinct', by: [['person']] } as const

type Rest = { where?: readonly Condition[]; groupBy?: string }

const selectionOf = (names: string | readonly string[], where: Rest['where']): Selection => ({
  names: typeof names === 'string' ? [names] : names,
  ...(where ? { where } : {}),
})

type Words = readonly [key: string, titleZh: string, titleEn: string]

/** Makes the figures of one row, which count the same days. */
export const rowOf = (row: number, window: DayWindow) => {
  const figure = (
    [key, titleZh, titleEn]: Words,
    unit: Unit,
    names: string | readonly string[],
    aggregate: Aggregate,
    { where, groupBy }: Rest = {},
  ): Figure => ({
    key,
    row,
    titleZh,
    titleEn,
    unit,
    window,
    of: selectionOf(names, where),
    aggregate,
    ...(groupBy ? { groupBy } : {}),
  })
  return {
    /** How many facts. */
    count: (words: Words, names: string | readonly string[], rest?: Rest) =>
      figure(words, 'times', names, counted, rest),
    /** How many different persons. */
    persons: (words: Words, names: string | readonly string[], rest?: Rest) =>
      figure(words, 'persons', names, persons, rest),
    /** How many different things, as their type tells them apart. */
    things: (words: Words, names: string | readonly string[], rest?: Rest) =>
      figure(words, 'number', names, { kind: 'things' }, rest),
    /** How many different values. */
    distinct: (words: Words, names: string | readonly string[], by: readonly (readonly string[])[], rest?: Rest) =>
      figure(words, 'number', names, { kind: 'distinct', by }, rest),
    /** The sum of fields. */
    sum: (words: Words, unit: Unit, names: string | readonly string[], fields: readonly string[], rest?: Rest) =>
      figure(words, unit, names, { kind: 'sum', fields }, rest),
    /** Any other selection and aggregate. */
    over: (words: Words, unit: Unit, of: Selection, aggregate: Aggregate, groupBy?: string): Figure => ({
      key: words[0],
      row,
      titleZh: words[1],
      titleEn: words[2],
      unit,
      window,
      of,
      aggregate,
      ...(groupBy ? { groupBy } : {}),
    }),
    /** What is computed from other figures. */
    derived: (words: Words, derived: Derivation): Figure => ({
      key: words[0],
      row,
      titleZh: words[1],
      titleEn: words[2],
      unit: derived.kind === 'per' ? 'number' : 'percent',
      window,
      derived,
    }),
  }
}
