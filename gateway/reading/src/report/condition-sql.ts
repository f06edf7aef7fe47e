import type { ClockStep } from './clock.ts'
import { endingOfNames } from './declared-fields.ts'
import {
  cut,
  fieldText,
  joined,
  keyText,
  marks,
  momentText,
  named,
  ownMoment,
  type Scope,
  type Sql,
} from './fact-sql.ts'
import type { Condition, Lasting, Span, TimeLimit } from './figure.ts'
import { limitIn } from './windows.ts'

const accepted = 'BenefitApplicationAccepted'

/** The steps that stop and start a case's clock, each on its own day, and why: for the reason that it says, or for this one. */
const clockSteps = [
  { name: 'MaterialsRequested', turn: 'stop', reason: '补正' },
  { name: 'MaterialsSupplied', turn: 'start', reason: '补正' },
  { name: 'CaseClockSuspended', turn: 'stop' },
  { name: 'CaseClockResumed', turn: 'start' },
] as const satisfies readonly { name: string; turn: ClockStep['turn']; reason?: string }[]

const stepText = (step: (typeof clockSteps)[number]) => {
  const reason = 'reason' in step ? `'${step.reason}'` : fieldText('step', 'reason')
  return `WHEN '${step.name}' THEN json_array('${step.turn}', ${reason}, ${ownMoment('step', [step.name])})`
}

/** `clock_days(from, to, steps)` and `day_of(instant)` are brought to the connection by `workReport`. */
const withinPromise = (table: string, names: readonly string[], past: TimeLimit, scope: Scope): Sql => {
  const inCase = (alias: string, these: readonly string[]) =>
    joined([{ text: `${alias}.stream = ${table}.stream`, values: [] }, named(alias, these), cut(alias, scope)])
  const begun = inCase('accepted', [accepted])
  const step = inCase(
    'step',
    clockSteps.map(({ name }) => name),
  )
  const steps = `(SELECT json_group_array(json(CASE step.name ${clockSteps.map(stepText).join(' ')} END)) FROM facts AS step WHERE ${step.text})`
  return {
    text: `EXISTS (SELECT 1 FROM facts AS accepted WHERE ${begun.text} AND clock_days(${ownMoment('accepted', [accepted])}, ${ownMoment(table, names)}, ${steps}) <= ${fieldText('accepted', 'promisedDays')} + ?)`,
    values: [...begun.values, ...step.values, limitIn(past, scope.windows)],
  }
}

/** Days from a day of a fact to its own, as SQL. */
export const daysText = (table: string, names: readonly string[], { daysFrom, working }: Span): string => {
  const [from, until] = [fieldText(table, daysFrom), ownMoment(table, names)]
  return working ? `working_days(${from}, ${until})` : `(julianday(${until}) - julianday(${from}))`
}

/** Hours from the beginning of a fact to the end that another says of its thing; null while none does. */
export const hoursSql = (table: string, names: readonly string[], { until }: Lasting, scope: Scope): Sql => {
  const ending = joined([
    { text: `ending.stream = ${table}.stream`, values: [] },
    { text: '+ending.name = ?', values: [until] },
    { text: `${keyText('ending', [until])} = ${keyText(table, names)}`, values: [] },
    cut('ending', scope),
  ])
  const end = `(SELECT max(${momentText('ending', endingOfNames([until]))}) FROM facts AS ending WHERE ${ending.text})`
  return { text: `((unixepoch(${end}) - unixepoch(${ownMoment(table, names)})) / 3600.0)`, values: ending.values }
}

const inStream = (
  table: string,
  { inStream: names, where = [], absent }: Extract<Condition, { inStream: unknown }>,
  scope: Scope,
): Sql => {
  const other = joined([
    { text: `other.stream = ${table}.stream`, values: [] },
    // The plus keeps the planner from the index by name: a stream has few facts, a name has many.
    { text: `+other.name IN (${marks(names)})`, values: names },
    cut('other', scope),
    ...where.map((inner) => conditionSql('other', names, inner, scope)),
  ])
  const exists = absent ? 'NOT EXISTS' : 'EXISTS'
  return { text: `${exists} (SELECT 1 FROM facts AS other WHERE ${other.text})`, values: other.values }
}

/** A condition on facts of these names. */
export const conditionSql = (table: string, names: readonly string[], condition: Condition, scope: Scope): Sql => {
  if ('in' in condition)
    return { text: `${fieldText(table, condition.field)} IN (${marks(condition.in)})`, values: condition.in }
  if ('atLeast' in condition) return { text: `${fieldText(table, condition.field)} >= ?`, values: [condition.atLeast] }
  if ('said' in condition) return { text: `${fieldText(table, condition.field)} IS NOT NULL`, values: [] }
  if ('anyOf' in condition) {
    const parts = condition.anyOf.map((inner) => conditionSql(table, names, inner, scope))
    return { text: `(${parts.map(({ text }) => text).join(' OR ')})`, values: parts.flatMap(({ values }) => values) }
  }
  if ('pastPromise' in condition) return withinPromise(table, names, condition.pastPromise, scope)
  if ('inStream' in condition) return inStream(table, condition, scope)
  if ('daysFrom' in condition) {
    const more = condition.plus === undefined ? '0' : `coalesce(${fieldText(table, condition.plus)}, 0)`
    const atMost = limitIn(condition.atMost, scope.windows)
    return { text: `${daysText(table, names, condition)} - ${more} <= ?`, values: [atMost] }
  }
  if ('hours' in condition) {
    const lasted = hoursSql(table, names, condition, scope)
    return { text: `${lasted.text} <= ?`, values: [...lasted.values, limitIn(condition.hours, scope.windows)] }
  }
  const isNamed = named('other', condition.also)
  const rest = [
    cut('other', scope),
    ...(condition.where ?? []).map((inner) => conditionSql('other', condition.also, inner, scope)),
  ]
  const { withinDays, notAfter } = condition
  if (withinDays === undefined && !notAfter) {
    // The persons who have such a fact are gathered once, by the index on names, and not looked up one by one.
    const having = joined([isNamed, ...rest])
    return {
      text: `${table}.person IN (SELECT other.person FROM facts AS other WHERE ${having.text})`,
      values: having.values,
    }
  }
  const other = joined([
    // The plus keeps the planner from the index by name: a person has few facts, a name has many.
    { ...isNamed, text: `+${isNamed.text}` },
    ...rest,
    ...(notAfter ? [{ text: `other.time <= ${table}.time`, values: [] }] : []),
    ...(withinDays === undefined
      ? []
      : [
          {
            text: `other.time >= ${table}.time AND julianday(other.time) <= julianday(${table}.time) + ?`,
            values: [limitIn(withinDays, scope.windows)],
          },
        ]),
  ])
  return {
    text: `EXISTS (SELECT 1 FROM facts AS other WHERE other.person = ${table}.person AND ${other.text})`,
    values: other.values,
  }
}
