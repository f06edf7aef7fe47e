import type { SQLInputValue } from 'node:sqlite'
import type { Views } from './open-views.ts'
import type { FileRow, Page, SearchQuery } from './read-types.ts'

/** A condition with its values. */
type Condition = { sql: string; values: SQLInputValue[] }

/** Codes under a region begin with this: the served city's code covers its counties, a county its townships. */
export const regionPrefix = (region: string): string =>
  region.endsWith('00') && region.length === 6 ? region.slice(0, 4) : region

/** Everything in a region, as a range that an index serves. */
export const underRegion = (column: string, region: string): Condition => ({
  sql: `${column} >= ? AND ${column} < ?`,
  values: [regionPrefix(region), `${regionPrefix(region)}:`],
})

const conditionsOf = ({ tokens = [], region, status, grade, birthYears }: SearchQuery): Condition[] => [
  ...tokens.map((token) => ({ sql: 'person IN (SELECT person FROM tokens WHERE token = ?)', values: [token] })),
  ...(region === undefined ? [] : [underRegion('region', region)]),
  ...(status === undefined ? [] : [{ sql: 'status = ?', values: [status] }]),
  ...(grade === undefined ? [] : [{ sql: 'disability_grade = ?', values: [grade] }]),
  ...(birthYears?.from === undefined ? [] : [{ sql: 'birth_year >= ?', values: [birthYears.from] }]),
  ...(birthYears?.to === undefined ? [] : [{ sql: 'birth_year <= ?', values: [birthYears.to] }]),
]

const where = (conditions: readonly Condition[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`

const valuesOf = (conditions: readonly Condition[]) => conditions.flatMap(({ values }) => values)

const registered = "coalesce(registered_on, '')"

const keyset = (query: SearchQuery, descending: boolean): Condition[] => {
  const edge = query.after ?? query.before
  if (!edge) return []
  const sign = descending === (query.after !== undefined) ? '<' : '>'
  return query.orderBy?.field === 'personId'
    ? [{ sql: `person ${sign} ?`, values: [edge.personId] }]
    : [{ sql: `(${registered}, person) ${sign} (?, ?)`, values: [edge.registeredOn ?? '', edge.personId] }]
}

const rowOf = (row: Record<string, unknown>): FileRow => ({
  personId: String(row.person),
  region: row.region === null ? undefined : String(row.region),
  status: String(row.status),
  disabilityGrade: row.disability_grade === null ? undefined : Number(row.disability_grade),
  birthYear: row.birth_year === null ? undefined : Number(row.birth_year),
  registeredOn: row.registered_on === null ? undefined : String(row.registered_on),
})

/** A page of the files that fit, by registration (default, newest first) or person id; stable by id. */
export const searchFiles = (views: Views, query: SearchQuery): Page<FileRow> => {
  const conditions = conditionsOf(query)
  const descending = (query.orderBy?.direction ?? 'DESC') === 'DESC'
  const backwards = query.after === undefined && query.before !== undefined
  const direction = descending === backwards ? 'ASC' : 'DESC'
  const paged = [...conditions, ...keyset(query, descending)]
  const order =
    query.orderBy?.field === 'personId' ? `person ${direction}` : `${registered} ${direction}, person ${direction}`
  const rows = views
    .statement(
      `SELECT person, region, status, disability_grade, birth_year, registered_on FROM files ${where(paged)} ORDER BY ${order} LIMIT ?`,
    )
    .all(...valuesOf(paged), query.first + 1)
    .map(rowOf)
  const total = views.statement(`SELECT count(*) AS total FROM files ${where(conditions)}`).get(...valuesOf(conditions))
  const items = rows.slice(0, query.first)
  return {
    items: backwards ? items.reverse() : items,
    hasMore: rows.length > query.first,
    totalCount: Number(total?.total ?? 0),
  }
}
