import type { SQLInputValue } from 'node:sqlite'
import { dayAfter, startOfDay } from '@hub/schemas/values/day.ts'
import { countyDigits } from '@hub/schemas/values/region-code.ts'
import { type Stretch, stretchSql } from '../keyset.ts'
import { underRegion } from '../read-list.ts'
import type { ClockStep } from './clock.ts'
import { beginningOfNames, endingOfNames, keyOfNames } from './declared-fields.ts'
import type { Aggregate, ComputedFigure, Condition, Selection, Span } from './figure.ts'

type Value = SQLInputValue

/** A text of SQL with the values of its question marks. */
type Sql = { text: string; values: readonly Value[] }

/** For which moment and region a figure is computed. */
export type Scope = {
  /** Facts known at this place in the log count. */
  ordinal: number
  /** Only what had happened by this instant counts. */
  asOf?: string
  /** Only what an office in this region, or under it, says. */
  region?: string
}

const ownFields = new Set(['person', 'stream', 'region', 'ordinal'])

/** Field names come from the figures, never from a caller; they are checked all the same. */
const fieldText = (table: string, field: string): string => {
  if (!/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(field)) throw new RangeError('a figure names a field that cannot be')
  if (table === 'item') return `json_extract(item.value, '$.${field}')`
  return ownFields.has(field) ? `${table}.${field}` : `json_extract(${table}.figures, '$.${field}')`
}

const firstOf = (texts: readonly string[]): string => (texts.length > 1 ? `coalesce(${texts.join(', ')})` : texts[0]!)

/** What these fields say of a moment, the first that is there, else the day of the fact's time. */
const momentText = (table: string, fields: readonly string[]): string =>
  firstOf([...fields.map((field) => fieldText(table, field)), `day_of(${table}.time)`])

const ownMoment = (table: string, names: readonly string[]): string => momentText(table, beginningOfNames(names))

/** What tells apart the things of which events of these names speak. */
const keyText = (table: string, names: readonly string[]): string =>
  keyOfNames(names)
    .map(({ field, mayBeLeftOut }) =>
      mayBeLeftOut ? `coalesce(${fieldText(table, field)}, '')` : fieldText(table, field),
    )
    .join(" || ' ' || ")

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')
const joined = (parts: readonly Sql[]): Sql => ({
  text: parts.map(({ text }) => text).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

const cut = (table: string, { ordinal, asOf }: Scope): Sql => ({
  text: `${table}.known_from <= ? AND (${table}.known_to IS NULL OR ${table}.known_to > ?)${asOf === undefined ? '' : ` AND ${table}.time <= ?`}`,
  values: [ordinal, ordinal, ...(asOf === undefined ? [] : [asOf])],
})

const named = (table: string, names: readonly string[]): Sql => ({
  text: `${table}.name IN (${marks(names)})`,
  values: names,
})

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
const withinPromise = (table: string, names: readonly string[], scope: Scope): Sql => {
  const inCase = (alias: string, these: readonly string[]) =>
    joined([{ text: `${alias}.stream = ${table}.stream`, values: [] }, named(alias, these), cut(alias, scope)])
  const begun = inCase('accepted', [accepted])
  const step = inCase(
    'step',
    clockSteps.map(({ name }) => name),
  )
  const steps = `(SELECT json_group_array(json(CASE step.name ${clockSteps.map(stepText).join(' ')} END)) FROM facts AS step WHERE ${step.text})`
  return {
    text: `EXISTS (SELECT 1 FROM facts AS accepted WHERE ${begun.text} AND clock_days(${ownMoment('accepted', [accepted])}, ${ownMoment(table, names)}, ${steps}) <= ${fieldText('accepted', 'promisedDays')})`,
    values: [...begun.values, ...step.values],
  }
}

/** Days from a day of a fact to its own, as SQL. */
const daysText = (table: string, names: readonly string[], { daysFrom, working }: Span): string => {
  const [from, until] = [fieldText(table, daysFrom), ownMoment(table, names)]
  return working ? `working_days(${from}, ${until})` : `(julianday(${until}) - julianday(${from}))`
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
const conditionSql = (table: string, names: readonly string[], condition: Condition, scope: Scope): Sql => {
  if ('in' in condition)
    return { text: `${fieldText(table, condition.field)} IN (${marks(condition.in)})`, values: condition.in }
  if ('atLeast' in condition) return { text: `${fieldText(table, condition.field)} >= ?`, values: [condition.atLeast] }
  if ('withinPromise' in condition) return withinPromise(table, names, scope)
  if ('inStream' in condition) return inStream(table, condition, scope)
  if ('daysFrom' in condition) {
    const more = condition.plus === undefined ? '0' : `coalesce(${fieldText(table, condition.plus)}, 0)`
    return { text: `${daysText(table, names, condition)} - ${more} <= ?`, values: [condition.atMost] }
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
            values: [withinDays],
          },
        ]),
  ])
  return {
    text: `EXISTS (SELECT 1 FROM facts AS other WHERE other.person = ${table}.person AND ${other.text})`,
    values: other.values,
  }
}

const inRegion = (region: string): Sql => {
  const { sql, values } = underRegion('f.region', region)
  return { text: sql, values }
}

/** Facts (and items of theirs) that make a figure, as `FROM … WHERE …`; `f` is the fact, `item` the item. */
const rowsSql = ({ of, window }: ComputedFigure, scope: Scope): Sql => {
  const where = joined([
    named('f', of.names),
    cut('f', scope),
    ...(window.from ? [{ text: 'f.time >= ?', values: [startOfDay(window.from)] }] : []),
    ...(window.to ? [{ text: 'f.time < ?', values: [startOfDay(dayAfter(window.to))] }] : []),
    ...(scope.region ? [inRegion(scope.region)] : []),
    ...(of.where ?? []).map((condition) => conditionSql('f', of.names, condition, scope)),
  ])
  const source = latestSource(of, where)
  const items = (of.itemWhere ?? []).map((condition) => conditionSql('item', of.names, condition, scope))
  const each = of.each ? ` JOIN json_each(f.figures, '$.${of.each}') AS item` : ''
  const rest = joined([{ text: '1', values: [] }, ...items])
  return { text: `FROM ${source.text} AS f${each} WHERE ${rest.text}`, values: [...source.values, ...rest.values] }
}

const latestSource = ({ latest, names }: Selection, where: Sql): Sql =>
  latest
    ? {
        text: `(SELECT * FROM (SELECT f.*, row_number() OVER (PARTITION BY ${keyText('f', names)} ORDER BY ${ownMoment('f', names)} DESC, f.ordinal DESC) AS place FROM facts AS f WHERE ${where.text}) WHERE place = 1)`,
        values: where.values,
      }
    : { text: `(SELECT f.* FROM facts AS f WHERE ${where.text})`, values: where.values }

type Longest = Extract<Aggregate, { kind: 'longest' }>

const longest = ({ until }: Longest, names: readonly string[], scope: Scope): Sql => {
  const ending = joined([
    { text: 'ending.stream = f.stream', values: [] },
    { text: '+ending.name = ?', values: [until] },
    { text: `${keyText('ending', [until])} = ${keyText('f', names)}`, values: [] },
    cut('ending', scope),
  ])
  const end = `(SELECT max(${momentText('ending', endingOfNames([until]))}) FROM facts AS ending WHERE ${ending.text})`
  return {
    text: `max((unixepoch(${end}) - unixepoch(${ownMoment('f', names)})) / 3600.0)`,
    values: ending.values,
  }
}

const aggregateText = (
  aggregate: Exclude<Aggregate, Longest>,
  table: 'f' | 'item',
  names: readonly string[],
): string => {
  switch (aggregate.kind) {
    case 'count':
      return 'count(*)'
    case 'sum':
      return `coalesce(sum(${aggregate.fields.map((field) => `coalesce(${fieldText(table, field)}, 0)`).join(' + ')}), 0)`
    case 'distinct': {
      const keys = aggregate.by.map((fields) => firstOf(fields.map((field) => fieldText('f', field))))
      return `count(DISTINCT ${keys.join(" || ' ' || ")})`
    }
    case 'things':
      return `count(DISTINCT ${keyText('f', names)})`
    case 'max':
    case 'min':
      return `coalesce(${aggregate.kind}(${fieldText(table, aggregate.field)}), 0)`
    case 'mostItems':
    case 'fewestItems':
      return `coalesce(${aggregate.kind === 'mostItems' ? 'max' : 'min'}(json_array_length(${fieldText(table, aggregate.list)})), 0)`
    case 'average':
      return `avg(${'field' in aggregate.of ? fieldText(table, aggregate.of.field) : daysText(table, names, aggregate.of)})`
    default:
      return aggregate satisfies never
  }
}

const measureOf = ({ of, aggregate }: ComputedFigure, scope: Scope): Sql =>
  aggregate.kind === 'longest'
    ? longest(aggregate, of.names, scope)
    : { text: aggregateText(aggregate, of.each ? 'item' : 'f', of.names), values: [] }

/** One row with the figure's `value`. */
export const valueSql = (figure: ComputedFigure, scope: Scope): Sql => {
  const [measure, rows] = [measureOf(figure, scope), rowsSql(figure, scope)]
  return { text: `SELECT ${measure.text} AS value ${rows.text}`, values: [...measure.values, ...rows.values] }
}

/** By what a figure can be broken down: the acting office's county, its department, or the figure's own field. */
export type Breakdown = 'county' | 'department' | 'group'

const breakdownText = (figure: ComputedFigure, by: Breakdown): string => {
  if (by === 'county') return `substr(f.region, 1, ${countyDigits})`
  return by === 'department' ? 'f.department' : fieldText('f', figure.groupBy ?? 'stream')
}

/** Rows `key`, `value` of a breakdown, the greatest first. */
export const breakdownSql = (figure: ComputedFigure, by: Breakdown, scope: Scope): Sql => {
  const [measure, rows] = [measureOf(figure, scope), rowsSql(figure, scope)]
  const key = `coalesce(${breakdownText(figure, by)}, '')`
  return {
    text: `SELECT CAST(${key} AS TEXT) AS key, ${measure.text} AS value ${rows.text} GROUP BY 1 ORDER BY 2 DESC, 1`,
    values: [...measure.values, ...rows.values],
  }
}

const byOrdinal = [{ column: 'f.ordinal', descending: false }]

/** The ordinals of the facts behind a figure, a stretch of them or all, and how many facts there are. */
export const factsSql = (
  figure: ComputedFigure,
  scope: Scope,
): { page(stretch: Stretch): Sql; count: Sql; all: Sql } => {
  const rows = rowsSql(figure, scope)
  // A fact stands in several rows only where the figure is made of items; else the index gives a page in order.
  const distinct = figure.of.each === undefined ? '' : 'DISTINCT '
  return {
    page: (stretch) => {
      const { conditions, order } = stretchSql(byOrdinal, stretch)
      const edges = conditions.map(({ sql }) => ` AND (${sql})`).join('')
      return {
        text: `SELECT ${distinct}f.ordinal AS ordinal ${rows.text}${edges} ORDER BY ${order} LIMIT ?`,
        values: [...rows.values, ...conditions.flatMap(({ values }) => values)],
      }
    },
    count: {
      text: `SELECT count(${distinct === '' ? '*' : 'DISTINCT f.ordinal'}) AS value ${rows.text}`,
      values: rows.values,
    },
    all: { text: `SELECT ${distinct}f.ordinal AS ordinal ${rows.text} ORDER BY f.ordinal`, values: rows.values },
  }
}
