import type { Fault } from '@hub/runtime/problem.ts'
import { unitsInTitle } from './amount-unit.ts'
import { cellFault } from './cell-fault.ts'
import { cellsForColumns } from './column-cells.ts'
import { findHeadings, type Headings, rowsLooked } from './find-headings.ts'
import { withMergedCells } from './merged-cells.ts'
import type { OpenSheet } from './open-sheet.ts'
import { otherRows, type SkippedKind } from './other-rows.ts'
import { type RowEvent, rowEvent } from './row-event.ts'
import { shapeFaults } from './row-shape.ts'
import type { SheetFormat, SheetOptions } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'

/** The headings of a sheet, as one row, with what was recognised in them. */
export type HeadingLine = { kind: 'headings'; row: number; cells: readonly string[]; headings: Headings }

/** A row under the headings that says nothing, and why; those over them are not told. */
export type SkippedLine = { kind: 'skipped'; row: number; cells: readonly string[]; why: SkippedKind }

/** A row of a sheet. */
export type SheetLine =
  | HeadingLine
  | SkippedLine
  | { kind: 'said'; row: number; cells: readonly string[]; hidden: boolean; said: RowEvent }

const numberTwice = (said: RowEvent, seen: Set<string>): Fault | undefined => {
  if ('faults' in said) return undefined
  const id = String(said.event.id)
  if (seen.has(id)) return cellFault('NUMBER_TWICE', '/id')
  seen.add(id)
  return undefined
}

/** A note under the table may name the unit of its amounts: then it must be the one that was read. */
const checkUnit = ({ units }: Headings, { row, cells }: SheetRow) => {
  const said = unitsInTitle(cells)
  if (said.length === 0 || units.size === 0) return
  const other = said.find((unit) => [...units.values()].some((read) => read !== unit))
  if (other)
    throw new SheetUnreadable(sheetRefusals.SHEET_UNITS, {
      exact: {
        en: `row ${row} names another unit (${other.zh}) than the headings`,
        zh: `第 ${row} 行写的单位（${other.zh}）与标题中的不同`,
      },
    })
}

const saidBy = (
  sheet: OpenSheet,
  format: SheetFormat,
  headings: Headings,
  { row, faults: mergeFaults }: ReturnType<typeof withMergedCells>,
  options: SheetOptions,
): RowEvent => {
  const shape = shapeFaults(sheet, headings, row.cells)
  if (shape.length > 0) return { repairs: [], faults: shape }
  const { cells, faults: cellFaults } = cellsForColumns(sheet, headings, row)
  const merged = new Set(mergeFaults.map(({ pointer }) => pointer))
  const faults = [...mergeFaults, ...cellFaults.filter(({ pointer }) => !merged.has(pointer))]
  const said = rowEvent(format, headings.columns, cells, options)
  if (faults.length === 0) return said
  const places = new Set(faults.map(({ pointer }) => pointer))
  const others = 'faults' in said ? said.faults.filter(({ pointer }) => !places.has(pointer)) : []
  return { repairs: said.repairs, faults: [...faults, ...others] }
}

/**
 * Reads a sheet row by row as a department's format.
 * @throws {SheetUnreadable} when the headings are not there, or the rows cannot be read.
 */
export async function* readSheet(
  sheet: OpenSheet,
  format: SheetFormat,
  options: SheetOptions,
): AsyncGenerator<SheetLine> {
  const first: SheetRow[] = []
  let headings: Headings | undefined
  let otherRow: ReturnType<typeof otherRows> | undefined
  const seen = new Set<string>()

  const lineOf = (row: SheetRow): SheetLine => {
    const { row: number, cells, hidden = false } = row
    const why = otherRow!(number, cells)
    if (why) {
      checkUnit(headings!, row)
      return { kind: 'skipped', row: number, cells, why }
    }
    const whole = withMergedCells(headings!, row)
    const said = saidBy(sheet, format, headings!, whole, options)
    const twice = numberTwice(said, seen)
    return {
      kind: 'said',
      row: number,
      cells: whole.row.cells,
      hidden,
      said: twice ? { repairs: said.repairs, faults: [twice] } : said,
    }
  }
  function* begin(): Generator<SheetLine> {
    const found = findHeadings(format, first)
    headings = found.headings
    otherRow = otherRows(format, headings)
    yield { kind: 'headings', row: headings.row, cells: headings.cells, headings }
    for (const row of first.slice(found.end)) yield lineOf(row)
  }

  for await (const row of sheet.rows()) {
    if (headings) yield lineOf(row)
    else if (first.push(row) === rowsLooked) yield* begin()
  }
  if (!headings) yield* begin()
}
