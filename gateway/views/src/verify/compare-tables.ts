import type { DatabaseSync } from 'node:sqlite'

/** A cell, or a whole row, in which two view files differ. It names the place and never what stands there. */
export type Difference = {
  table: string
  /** The row's key, column by column. */
  key: string
  /** The column; undefined where the whole row is in one of the two only. */
  column?: string
  /** What is wrong with the live views. */
  kind: 'missing' | 'surplus' | 'different'
}

type Row = Record<string, unknown>

/** A table and by which columns its rows are known. */
export type ComparedTable = { name: string; columns: readonly string[]; key: readonly string[] }

/** Tokens are keyed hashes of names: not shown, so that nobody can tell who is called alike. */
const hiddenColumns = new Set(['token'])

const columnsOf = (database: DatabaseSync, table: string) =>
  database.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[]

const uniqueIndexOf = (database: DatabaseSync, table: string): string[] => {
  const index = database.prepare('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 ORDER BY name').get(table)
  if (!index) return []
  const columns = database.prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno').all(String(index.name))
  return columns.map(({ name }) => String(name))
}

/** The tables of a view file; each has a primary key or a unique index. */
export const tablesOf = (database: DatabaseSync): ComparedTable[] =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
    .map(({ name }) => {
      const table = String(name)
      const columns = columnsOf(database, table)
      const primary = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
      const key = primary.length > 0 ? primary.map((column) => column.name) : uniqueIndexOf(database, table)
      if (key.length === 0) throw new Error(`the table ${table} of the views has no key by which its rows are compared`)
      return { name: table, columns: columns.map((column) => column.name), key }
    })

const rowsOf = (database: DatabaseSync, { name, columns, key }: ComparedTable) => {
  const quoted = (names: readonly string[]) => names.map((column) => `"${column}"`).join(', ')
  return database.prepare(`SELECT ${quoted(columns)} FROM "${name}" ORDER BY ${quoted(key)}`).iterate() as Iterator<Row>
}

const compareKeys = (one: Row, other: Row, key: readonly string[]): number => {
  for (const column of key) {
    const [a, b] = [one[column] as string | number, other[column] as string | number]
    // SQLite orders text by its bytes; what the keys hold is ASCII, where JavaScript orders alike.
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

const keyText = (row: Row, key: readonly string[]) =>
  key.map((column) => `${column} ${hiddenColumns.has(column) ? '…' : row[column]}`).join(', ')

/** A difference; for a cell with both rows, from which the verification judges whether it is a true one. */
export type Found = Difference & { rows?: { live: Row; anew: Row } }

const differencesOfRow = (table: ComparedTable, live: Row, anew: Row): Found[] =>
  table.columns
    .filter((column) => live[column] !== anew[column])
    .map((column) => ({
      table: table.name,
      key: keyText(anew, table.key),
      column,
      kind: 'different',
      rows: { live, anew },
    }))

/**
 * Walks a table of two databases side by side, in the order of its key, and gives every difference; neither is held in
 * memory. `onRow` is called for each row of the one built anew.
 */
export function* compareTable(
  table: ComparedTable,
  databases: { live: DatabaseSync; anew: DatabaseSync },
  onRow: () => void,
): Generator<Found> {
  const [live, anew] = [rowsOf(databases.live, table), rowsOf(databases.anew, table)]
  let [one, other] = [live.next(), anew.next()]
  while (!one.done || !other.done) {
    const order = one.done ? 1 : other.done ? -1 : compareKeys(one.value, other.value, table.key)
    if (order < 0) yield { table: table.name, key: keyText(one.value as Row, table.key), kind: 'surplus' }
    if (order > 0) yield { table: table.name, key: keyText(other.value as Row, table.key), kind: 'missing' }
    if (order === 0) yield* differencesOfRow(table, one.value, other.value)
    if (order <= 0) one = live.next()
    if (order >= 0) {
      other = anew.next()
      onRow()
    }
  }
}
