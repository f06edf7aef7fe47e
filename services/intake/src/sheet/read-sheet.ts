import type { Fault } from '@hub/runtime/problem.ts'
import { cellFault } from './cell-fault.ts'
import { type RowEvent, rowEvent } from './row-event.ts'
import { type Column, recogniseHeadings, type SheetFormat, type SheetOptions } from './sheet-format.ts'
import { type Encoding, SheetUnreadable, sheetRows } from './sheet-rows.ts'

/** A row of a sheet: before the headings and other rows that say nothing, the headings, or a row that says something. */
export type SheetLine =
  | { kind: 'skipped' | 'headings'; row: number; cells: readonly string[] }
  | { kind: 'said'; row: number; cells: readonly string[]; said: RowEvent }

/** Most rows (a title, a date of issue) that stand over the headings. */
const rowsOverHeadings = 10

const saysNothing = (cells: readonly string[]) =>
  cells.every((cell) => cell.trim() === '') ||
  /^(合计|总计|小计|制表|填表)/.test(cells.find((cell) => cell.trim() !== '')!.trim())

const missingHeadings = (format: SheetFormat) =>
  format.columns
    .filter((column) => column.needed)
    .map((column) => column.headings[0])
    .join('、')

const numberTwice = (said: RowEvent, seen: Set<string>): Fault | undefined => {
  if ('faults' in said) return undefined
  const id = String(said.event.id)
  if (seen.has(id)) return cellFault('NUMBER_TWICE', '/id')
  seen.add(id)
  return undefined
}

/**
 * Reads a sheet row by row as a department's format.
 * @throws {SheetUnreadable} when the headings are not there, or the file is no CSV.
 */
export async function* readSheet(
  file: string,
  encoding: Encoding,
  format: SheetFormat,
  options: SheetOptions,
): AsyncGenerator<SheetLine> {
  let columns: ReadonlyMap<Column, number> | undefined
  const seen = new Set<string>()
  for await (const { row, cells } of sheetRows(file, encoding)) {
    if (columns === undefined) {
      columns = recogniseHeadings(format, cells)
      if (columns === undefined && row >= rowsOverHeadings) break
      yield { kind: columns ? 'headings' : 'skipped', row, cells }
      continue
    }
    if (saysNothing(cells)) {
      yield { kind: 'skipped', row, cells }
      continue
    }
    const said = rowEvent(format, columns, cells, options)
    const twice = numberTwice(said, seen)
    yield { kind: 'said', row, cells, said: twice ? { repairs: said.repairs, faults: [twice] } : said }
  }
  if (columns === undefined)
    throw new SheetUnreadable(
      `no heading row of ${format.titleZh} in the first ${rowsOverHeadings} rows; needed（必需的列）: ${missingHeadings(format)}`,
    )
}
