import type { DatabaseSync } from 'node:sqlite'
import { dayOf } from '@hub/schemas/values/day.ts'
import { workingDaysBetween } from '@hub/schemas/values/working-days.ts'
import { pageOfRows, type Stretch } from '../keyset.ts'
import { clockDays, readSteps } from './clock.ts'
import type { Scope } from './fact-sql.ts'
import type { ComputedFigure, Figure } from './figure.ts'
import { type Breakdown, breakdownSql, factsSql, valueSql } from './figure-sql.ts'
import { figureOf } from './figures.ts'

/** Computes the figures of one report: the work of a figure that several others need is done once. */
export type WorkReport = {
  /** The exact value: a number of things, fen, or a share of one. A share or an average of nothing is null. */
  value(figure: Figure): number | null
  /** The values by county, department, or the field of the figure; empty for a figure that is computed from others. */
  breakdown(figure: Figure, by: Breakdown): readonly { key: string; value: number }[]
  /** Ordinals of the facts behind a figure, in store order. */
  facts(figure: Figure, page: Stretch & { first: number }): { ordinals: number[]; hasMore: boolean; totalCount: number }
  /** All ordinals of the facts behind a figure, in store order. */
  allFacts(figure: Figure): number[]
}

const knownFigure = (key: string): Figure => {
  const figure = figureOf(key)
  if (!figure) throw new RangeError(`a figure is made from ${key}, which is not a figure`)
  return figure
}

/** The figure whose facts stand behind a figure: a share opens into its part. */
export const figureBehind = (figure: Figure): ComputedFigure => {
  if (!('derived' in figure)) return figure
  const { derived } = figure
  return figureBehind(knownFigure('part' in derived ? derived.part : derived.to))
}

const dayIn = (text: string) => (text.length > 10 ? dayOf(text) : text)

/**
 * Brings `working_days(from, to)` to a connection: of days or instants, null where one is missing or not known yet; and
 * `day_of(instant)`.
 */
const addDays = (database: DatabaseSync): void => {
  database.function('day_of', { deterministic: true }, (instant) => dayOf(String(instant)))
  database.function('working_days', { deterministic: true }, (from, to) =>
    typeof from === 'string' && typeof to === 'string' ? workingDaysBetween(dayIn(from), dayIn(to)) : null,
  )
}

/** Brings `clock_days(from, to, steps)` to a connection; see `clockDays`. */
const addClockDays = (database: DatabaseSync): void =>
  database.function('clock_days', { deterministic: true }, (from, to, steps) =>
    typeof from === 'string' && typeof to === 'string' && typeof steps === 'string'
      ? clockDays(
          dayIn(from),
          dayIn(to),
          readSteps(steps).map((step) => ({ ...step, day: dayIn(step.day) })),
        )
      : null,
  )

/** The work report at a moment (`scope`), over the views' facts. */
export const workReport = (database: DatabaseSync, scope: Scope): WorkReport => {
  addDays(database)
  addClockDays(database)
  const known = new Map<string, number | null>()
  const compute = (figure: Figure): number | null => {
    if (!('derived' in figure)) {
      const { text, values } = valueSql(figure, scope)
      const { value } = database.prepare(text).get(...values) as { value: number | null }
      return value === null ? null : Number(value)
    }
    const { derived } = figure
    const of = (key: string) => value(knownFigure(key)) ?? 0
    switch (derived.kind) {
      case 'share':
      case 'per':
        return of(derived.whole) === 0 ? null : of(derived.part) / of(derived.whole)
      case 'cut':
        return of(derived.from) === 0 ? null : 1 - of(derived.to) / of(derived.from)
      case 'growth':
        return of(derived.from) === 0 ? null : (of(derived.to) / of(derived.from)) ** (1 / derived.years) - 1
      default:
        return derived satisfies never
    }
  }
  const value = (figure: Figure): number | null => {
    const before = known.get(figure.key)
    if (before !== undefined) return before
    const computed = compute(figure)
    known.set(figure.key, computed)
    return computed
  }
  return {
    value,
    breakdown: (figure, by) => {
      if ('derived' in figure || (by === 'group' && !figure.groupBy)) return []
      const { text, values } = breakdownSql(figure, by, scope)
      return database.prepare(text).all(...values) as { key: string; value: number }[]
    },
    facts: (figure, { first, ...stretch }) => {
      const { page, count } = factsSql(figureBehind(figure), scope)
      const { text, values } = page(stretch)
      const rows = database.prepare(text).all(...values, first + 1) as { ordinal: number }[]
      const { value: totalCount } = database.prepare(count.text).get(...count.values) as { value: number }
      const { items, hasMore } = pageOfRows(rows, first, stretch.backwards)
      return { ordinals: items.map(({ ordinal }) => ordinal), hasMore, totalCount }
    },
    allFacts: (figure) => {
      const { text, values } = factsSql(figureBehind(figure), scope).all
      return [...database.prepare(text).iterate(...values)].map(({ ordinal }) => Number(ordinal))
    },
  }
}
