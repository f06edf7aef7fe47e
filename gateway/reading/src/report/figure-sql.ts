import { dayAfter, startOfDay } from '@hub/schemas/values/day.ts'
import { countyDigits } from '@hub/schemas/values/region-code.ts'
import { type Stretch, stretchSql } from '../keyset.ts'
import { underRegion } from '../read-list.ts'
import { conditionSql, daysText, hoursSql } from './condition-sql.ts'
import { cut, fieldText, firstOf, joined, keyText, named, ownMoment, type Scope, type Sql } from './fact-sql.ts'
import type { Aggregate, ComputedFigure, Lasting, Selection } from './figure.ts'
import { daysCounted } from './windows.ts'

const inRegion = (region: string): Sql => {
  const { sql, values } = underRegion('f.region', region)
  return { text: sql, values }
}

/** Facts (and items of theirs) that make a figure, as `FROM … WHERE …`; `f` is the fact, `item` the item. */
const rowsSql = ({ of, window }: ComputedFigure, scope: Scope): Sql => {
  const { from, to } = daysCounted(window, scope.windows)
  const where = joined([
    named('f', of.names),
    cut('f', scope),
    ...(from ? [{ text: 'f.time >= ?', values: [startOfDay(from)] }] : []),
    ...(to ? [{ text: 'f.time < ?', values: [startOfDay(dayAfter(to))] }] : []),
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

const longest = (lasting: Lasting, names: readonly string[], scope: Scope): Sql => {
  const { text, values } = hoursSql('f', names, lasting, scope)
  return { text: `max(${text})`, values }
}

const aggregateText = (
  aggregate: Exclude<Aggregate, { kind: 'longest' }>,
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
