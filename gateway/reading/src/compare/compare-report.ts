import { DatabaseSync } from 'node:sqlite'
import type { Scope } from '../report/fact-sql.ts'
import type { ComputedFigure, Figure } from '../report/figure.ts'
import { factsSql } from '../report/figure-sql.ts'
import type { SetWindows } from '../report/windows.ts'
import { figureBehind, type WorkReport, workReport } from '../report/work-report.ts'
import { type Cause, causes, type DifferingFact, differingFacts, type ReportMoment } from './fact-difference.ts'

/** A figure at two moments, and what made the difference; the parts add up to it exactly. */
export type FigureDifference = {
  a: number | null
  b: number | null
  /** Null where the value at one of the two moments is null. */
  difference: number | null
  parts: readonly { cause: Cause; difference: number | null }[]
}

/** A fact that is behind a figure at one of the moments only, and the event that made it so. */
export type FigureChange = { ordinal: number; kind: 'ADDED' | 'REMOVED'; cause: Cause; by: number }

export type ReportComparison = {
  /** In the order of the figures. */
  differences(figures: readonly Figure[]): readonly FigureDifference[]
  /** The facts behind the difference of a figure, in store order. */
  changes(figure: Figure): readonly FigureChange[]
}

/** Whose offices count, and by which windows, at both moments alike. */
export type Counting = { region?: string | undefined; windows?: SetWindows | undefined }

const scopeOf = ({ region, windows }: Counting): Scope => ({
  ordinal: Number.MAX_SAFE_INTEGER,
  ...(region === undefined ? {} : { region }),
  ...(windows === undefined ? {} : { windows }),
})

/** Shares are compared as whole multiples of 1/1e12, so that their differences add up exactly. */
const units = 1e12
const wholeUnits = (figure: Figure, value: number) => ('derived' in figure ? Math.round(value * units) : value)
const ofUnits = (figure: Figure, value: number) => ('derived' in figure ? value / units : value)

const columns =
  'event_id, type, name, department, stream, revision, position, person, region, time, known_time, source, id, replaces, correlation, figures'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * The facts that counted at `a`, changed step by step into those that count at `b`: a view of the name `facts` that
 * stands before the table, so that the figures' own SQL counts each state in between.
 */
const openSteps = (file: string, a: ReportMoment, differing: readonly DifferingFact[]) => {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  const asOf = a.asOf === undefined ? '' : ` AND time <= ${quoted(a.asOf)}`
  database.exec(`
    PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE differing (ordinal INTEGER PRIMARY KEY, added INTEGER NOT NULL, step INTEGER NOT NULL);
    CREATE TEMP TABLE gone (ordinal INTEGER PRIMARY KEY);
    CREATE TEMP TABLE come (ordinal INTEGER PRIMARY KEY);
    CREATE TEMP VIEW facts AS
      SELECT ordinal, 0 AS known_from, NULL AS known_to, ${columns} FROM main.facts
        WHERE known_from <= ${a.ordinal} AND (known_to IS NULL OR known_to > ${a.ordinal})${asOf} AND ordinal NOT IN (SELECT ordinal FROM temp.gone)
      UNION ALL
      SELECT ordinal, 0, NULL, ${columns} FROM main.facts
        WHERE known_from = ordinal AND ordinal IN (SELECT ordinal FROM temp.come)`)
  const insert = database.prepare('INSERT INTO temp.differing VALUES (?, ?, ?)')
  database.exec('BEGIN')
  for (const { ordinal, added, cause } of differing) insert.run(ordinal, added ? 1 : 0, causes.indexOf(cause))
  database.exec('COMMIT')
  /** The report after the first `step` causes have come in, 0 for `a` itself. */
  const reportAt = (step: number, counting: Counting): WorkReport => {
    database.exec(`DELETE FROM temp.gone; DELETE FROM temp.come;
      INSERT INTO temp.gone SELECT ordinal FROM temp.differing WHERE added = 0 AND step < ${step};
      INSERT INTO temp.come SELECT ordinal FROM temp.differing WHERE added = 1 AND step < ${step}`)
    return workReport(database, scopeOf(counting))
  }
  return { database, reportAt }
}

const behind = (database: DatabaseSync, figure: ComputedFigure, counting: Counting): Set<number> => {
  const { text, values } = factsSql(figure, scopeOf(counting)).all
  return new Set(
    database
      .prepare(text)
      .all(...values)
      .map(({ ordinal }) => Number(ordinal)),
  )
}

/**
 * The parts of a difference, from the values after each cause. A value in between that is null (a share of nothing)
 * counts as no change.
 */
const differenceOf = (figure: Figure, values: readonly (number | null)[]): FigureDifference => {
  const [a, b] = [values[0]!, values.at(-1)!]
  if (a === null || b === null)
    return { a, b, difference: null, parts: causes.map((cause) => ({ cause, difference: null })) }
  let standing = wholeUnits(figure, a)
  const parts = causes.map((cause, index) => {
    const value = values[index + 1]
    const next = value == null ? standing : wholeUnits(figure, value)
    const difference = ofUnits(figure, next - standing)
    standing = next
    return { cause, difference }
  })
  return { a, b, difference: ofUnits(figure, wholeUnits(figure, b) - wholeUnits(figure, a)), parts }
}

/**
 * The work report at two moments. The difference of a figure is split by what comes in, one cause after the other: new
 * facts, facts that came late, corrections, retractions. Each part is what the figure changes by at its turn, so the
 * parts add up, also for what is not a sum: persons counted once, the latest of its kind, shares.
 */
export const compareReport = (
  database: DatabaseSync,
  a: ReportMoment,
  b: ReportMoment,
  counting: Counting = {},
): ReportComparison => {
  if (a.ordinal > b.ordinal) return turned(compareReport(database, b, a, counting))
  const file = database.location()
  if (file === null) throw new Error('the views are compared from their file')
  const differing = differingFacts(database, a, b)
  const steps = openSteps(file, a, differing)

  /** For each figure its values: at `a`, then after each cause. */
  const valuesOf = (figures: readonly Figure[]): (number | null)[][] => {
    const values = figures.map((): (number | null)[] => [])
    for (let step = 0; step <= causes.length; step++) {
      const changes = step === 0 || differing.some(({ cause }) => cause === causes[step - 1])
      const report = changes ? steps.reportAt(step, counting) : undefined
      for (const [index, figure] of figures.entries())
        values[index]!.push(report ? report.value(figure) : values[index]!.at(-1)!)
    }
    return values
  }

  return {
    differences: (figures) => {
      const values = valuesOf(figures)
      return figures.map((figure, index) => differenceOf(figure, values[index]!))
    },
    changes: (figure) => {
      const computed = figureBehind(figure)
      steps.reportAt(0, counting)
      const was = behind(steps.database, computed, counting)
      steps.reportAt(causes.length, counting)
      const is = behind(steps.database, computed, counting)
      return changesOf(steps.database, was, is, differing)
    },
  }
}

const changesOf = (
  database: DatabaseSync,
  was: ReadonlySet<number>,
  is: ReadonlySet<number>,
  differing: readonly DifferingFact[],
): FigureChange[] => {
  const byOrdinal = new Map(differing.map((fact) => [fact.ordinal, fact]))
  const byPerson = new Map(differing.map((fact) => [fact.person, fact]))
  const personOf = database.prepare('SELECT person FROM main.facts WHERE ordinal = ? LIMIT 1')
  const change = (ordinal: number, kind: FigureChange['kind']): FigureChange => {
    // This fact is the same at both moments. It counts differently because of another fact of the same person.
    const made = byOrdinal.get(ordinal) ?? byPerson.get((personOf.get(ordinal)?.person as string | undefined) ?? null)
    return { ordinal, kind, cause: made?.cause ?? 'NEW', by: made?.by ?? ordinal }
  }
  const added = [...is].filter((ordinal) => !was.has(ordinal)).map((ordinal) => change(ordinal, 'ADDED'))
  const removed = [...was].filter((ordinal) => !is.has(ordinal)).map((ordinal) => change(ordinal, 'REMOVED'))
  return [...added, ...removed].sort((one, other) => one.ordinal - other.ordinal)
}

const negated = (value: number | null) => (value === null ? null : 0 - value)

const turned = ({ differences, changes }: ReportComparison): ReportComparison => ({
  differences: (figures) =>
    differences(figures).map(({ a, b, difference, parts }) => ({
      a: b,
      b: a,
      difference: negated(difference),
      parts: parts.map((part) => ({ cause: part.cause, difference: negated(part.difference) })),
    })),
  changes: (figure) =>
    changes(figure).map((change) => ({ ...change, kind: change.kind === 'ADDED' ? 'REMOVED' : 'ADDED' })),
})
