import type { SQLInputValue } from 'node:sqlite'

/** A condition with its values. */
export type Condition = { sql: string; values: SQLInputValue[] }

/** One part of an order: a column that is never null, or an expression that is not. The last part tells rows apart. */
export type OrderTerm = { column: string; descending: boolean }

/** A row's values of the parts of an order. */
export type Keys = readonly (string | number)[]

/**
 * A stretch of a list in its order: the rows between `after` and `before`, both exclusive. `backwards` takes the last
 * of them.
 */
export type Stretch = { after?: Keys | undefined; before?: Keys | undefined; backwards?: boolean | undefined }

/**
 * The condition for rows after the given keys (`behind`) or before them. Where all terms run in one direction, an index
 * serves it.
 */
const beyond = (terms: readonly OrderTerm[], keys: Keys, behind: boolean): Condition => {
  const signs = terms.map(({ descending }) => (descending === behind ? '<' : '>'))
  if (new Set(signs).size === 1)
    return {
      sql: `(${terms.map(({ column }) => column).join(', ')}) ${signs[0]} (${terms.map(() => '?').join(', ')})`,
      values: [...keys],
    }
  const alternatives = terms.map(({ column }, at) =>
    [...terms.slice(0, at).map((term) => `${term.column} = ?`), `${column} ${signs[at]} ?`].join(' AND '),
  )
  return {
    sql: alternatives.map((sql) => `(${sql})`).join(' OR '),
    values: terms.flatMap((_, at) => keys.slice(0, at + 1)),
  }
}

/** Conditions and order of a stretch of a list. */
export const stretchSql = (
  terms: readonly OrderTerm[],
  { after, before, backwards = false }: Stretch,
): { conditions: Condition[]; order: string } => ({
  conditions: [...(after ? [beyond(terms, after, true)] : []), ...(before ? [beyond(terms, before, false)] : [])],
  order: terms.map(({ column, descending }) => `${column} ${descending === backwards ? 'ASC' : 'DESC'}`).join(', '),
})

/** What is on a page of rows that were read in the stretch's order, one more than asked for. */
export const pageOfRows = <T>(
  rows: readonly T[],
  first: number,
  backwards = false,
): { items: T[]; hasMore: boolean } => {
  const items = rows.slice(0, first)
  return { items: backwards ? items.reverse() : items, hasMore: rows.length > first }
}

/** Conditions of which one holds. */
export const anyOf = (alternatives: readonly (readonly Condition[])[]): Condition => ({
  sql: alternatives.map((all) => `(${all.map(({ sql }) => `(${sql})`).join(' AND ') || '1'})`).join(' OR ') || '0',
  values: alternatives.flatMap((all) => all.flatMap(({ values }) => values)),
})

/** A column among values. */
export const among = (column: string, values: readonly (string | number)[] | undefined): Condition[] =>
  values ? [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }] : []

/** A column compared with a value, where there is one. */
export const compared = (column: string, sign: string, value: SQLInputValue | undefined): Condition[] =>
  value === undefined ? [] : [{ sql: `${column} ${sign} ?`, values: [value] }]
