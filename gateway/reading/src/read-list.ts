import { codesUnder } from '@hub/schemas/values/region-code.ts'
import type { Views } from '@hub/views/open-views.ts'
import { among, anyOf, type Condition, compared, type Keys, type OrderTerm, pageOfRows, stretchSql } from './keyset.ts'
import type { FileFilter, FileOrder, FileRow, Page, SearchQuery } from './reader.ts'

/** Everything in a region, as a range that an index serves. */
export const underRegion = (column: string, region: string): Condition => {
  const { from, before } = codesUnder(region)
  return { sql: `${column} >= ? AND ${column} < ?`, values: [from, before] }
}

/** Where the files' rows stand: the views' own, or those of a moment. */
export type FileTables = { files: string; tokens: string }

const currentTables: FileTables = { files: 'files', tokens: 'tokens' }

const conditionsOf = (filter: FileFilter, tables: FileTables): Condition[] => [
  ...(filter.tokens ?? []).map((token) => ({
    sql: `person IN (SELECT person FROM ${tables.tokens} WHERE token = ?)`,
    values: [token],
  })),
  ...(filter.region === undefined ? [] : [underRegion('region', filter.region)]),
  ...among('region', filter.regions),
  ...among('person', filter.personIds),
  ...compared('status', '=', filter.status),
  ...among('status', filter.statuses),
  ...compared('disability_grade', '=', filter.grade),
  ...among('disability_grade', filter.grades),
  ...compared('disability_grade', '>=', filter.gradeBetween?.from),
  ...compared('disability_grade', '<=', filter.gradeBetween?.to),
  ...among('birth_year', filter.birthYearsIn),
  ...compared('birth_year', '>=', filter.birthYears?.from),
  ...compared('birth_year', '<=', filter.birthYears?.to),
  ...compared('registered_on', '>=', filter.registered?.from),
  ...compared('registered_on', '<=', filter.registered?.to),
  ...(filter.any ? [anyOf(filter.any.map((one) => conditionsOf(one, tables)))] : []),
]

const where = (conditions: readonly Condition[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`

const valuesOf = (conditions: readonly Condition[]) => conditions.flatMap(({ values }) => values)

/** The columns by which files are ordered; what is not known comes first. */
const columns: Readonly<Record<FileOrder['field'], string>> = {
  registeredOn: "coalesce(registered_on, '')",
  personId: 'person',
  region: "coalesce(region, '')",
  disabilityGrade: 'coalesce(disability_grade, 0)',
  birthYear: 'coalesce(birth_year, 0)',
  status: 'status',
}

const unknown = { registeredOn: '', personId: '', region: '', disabilityGrade: 0, birthYear: 0, status: '' } as const

const ordersOf = ({ orderBy = [] }: Pick<SearchQuery, 'orderBy'>): FileOrder[] => {
  const [first = { field: 'registeredOn', direction: 'DESC' } as const, ...others] = [orderBy].flat()
  const orders = [first, ...others]
  return orders.some(({ field }) => field === 'personId')
    ? orders
    : [...orders, { field: 'personId', direction: orders.at(-1)!.direction }]
}

const termsOf = (orders: readonly FileOrder[]): OrderTerm[] =>
  orders.map(({ field, direction }) => ({ column: columns[field], descending: direction === 'DESC' }))

/** The place of a row in an order: what a cursor holds. */
export const keysOfFile = (row: Partial<FileRow>, query: Pick<SearchQuery, 'orderBy'>): Keys =>
  ordersOf(query).map(({ field }) => row[field] ?? unknown[field])

const edgeOf = (edge: SearchQuery['after'], query: SearchQuery): Keys | undefined =>
  edge === undefined || Array.isArray(edge) ? (edge as Keys | undefined) : keysOfFile(edge as Partial<FileRow>, query)

const rowOf = (row: Record<string, unknown>): FileRow => ({
  personId: String(row.person),
  region: row.region === null ? undefined : String(row.region),
  status: String(row.status),
  disabilityGrade: row.disability_grade === null ? undefined : Number(row.disability_grade),
  birthYear: row.birth_year === null ? undefined : Number(row.birth_year),
  registeredOn: row.registered_on === null ? undefined : String(row.registered_on),
})

/** A page of the files that fit, by registration (newest first) where no order is given; stable by id. */
export const searchFiles = (
  views: Pick<Views, 'statement'>,
  query: SearchQuery,
  tables: FileTables = currentTables,
): Page<FileRow> => {
  const conditions = conditionsOf(query, tables)
  const [after, before] = [edgeOf(query.after, query), edgeOf(query.before, query)]
  const backwards = query.backwards ?? (after === undefined && before !== undefined)
  const stretch = stretchSql(termsOf(ordersOf(query)), { after, before, backwards })
  const paged = [...conditions, ...stretch.conditions]
  const rows = views
    .statement(
      `SELECT person, region, status, disability_grade, birth_year, registered_on FROM ${tables.files} ${where(paged)} ORDER BY ${stretch.order} LIMIT ?`,
    )
    .all(...valuesOf(paged), query.first + 1)
    .map(rowOf)
  const total = views
    .statement(`SELECT count(*) AS total FROM ${tables.files} ${where(conditions)}`)
    .get(...valuesOf(conditions))
  return { ...pageOfRows(rows, query.first, backwards), totalCount: Number(total?.total ?? 0) }
}
