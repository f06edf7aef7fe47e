import { type AmountUnit, isMoney, unitsInTitle, yuan } from './amount-unit.ts'
import { headingFault } from './heading-fault.ts'
import { plainHeading } from './heading-text.ts'
import { type Recognised, recognise } from './recognise-headings.ts'
import type { Column, SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'
import { divides, filled, splitHeadings } from './split-headings.ts'

/** The headings of a sheet, of one row or several together. */
export type Headings = {
  /** The first and the last row that they stand in. */
  firstRow: number
  row: number
  /** The headings as one row; with the unit that stands elsewhere, so that whoever copies them keeps it. */
  cells: readonly string[]
  columns: ReadonlyMap<Column, number>
  /** Those of them that are hidden in the workbook. */
  hidden: readonly Column[]
  /** The unit of each column of amounts. */
  units: ReadonlyMap<Column, AmountUnit>
  /** The rows themselves, and those over them: they come again on each printed page. */
  own: readonly (readonly string[])[]
  above: readonly (readonly string[])[]
}

/** Rows (a title, instructions) that may stand over the headings. */
export const rowsOverHeadings = 30
/** Rows that headings may be split over. */
const mostHeadingRows = 3
/** Rows by which the headings are looked for. */
export const rowsLooked = rowsOverHeadings + mostHeadingRows + 1

const withUnits = (found: Recognised, above: readonly SheetRow[]): Pick<Headings, 'cells' | 'units'> => {
  const titled = [...new Set(above.flatMap(({ cells }) => unitsInTitle(cells)))]
  const cells = [...found.cells]
  const units = new Map<Column, AmountUnit>()
  for (const [column, at] of found.columns) {
    if (!isMoney(column.cell)) continue
    const own = found.units.get(column)
    const said = own ? [...new Set([own, ...titled])] : titled
    if (said.length > 1) {
      const names = said.map(({ zh }) => zh).join('、')
      throw new SheetUnreadable(sheetRefusals.SHEET_UNITS, {
        exact: {
          en: `the sheet says several units for one column: ${names}`,
          zh: `表中对同一列写了不同的单位：${names}`,
        },
      })
    }
    units.set(column, said[0] ?? column.unit ?? yuan)
    if (!own && said[0]) cells[at] = `${cells[at]!.trim()}（${said[0].zh}）`
  }
  return { cells, units }
}

type Candidate = { first: number; height: number; found: Recognised }

const candidateAt = (format: SheetFormat, rows: readonly SheetRow[], first: number, height: number): Candidate => ({
  first,
  height,
  found: recognise(format, splitHeadings(rows.slice(first, first + height).map(({ cells }) => cells))),
})

const isWhole = ({ found }: Candidate) => found.missing.length === 0

/** Headings of one row, or of that and those that divide it; then of several rows that are whole together only. */
const wholeHeadings = (format: SheetFormat, rows: readonly SheetRow[]): Candidate | undefined => {
  const looked = Math.min(rows.length, rowsOverHeadings + 1)
  for (let first = 0; first < looked; first++) {
    const single = candidateAt(format, rows, first, 1)
    if (!isWhole(single)) continue
    const below = rows[first + 1]?.cells
    return below && divides(rows[first]!.cells, below, single.found) ? candidateAt(format, rows, first, 2) : single
  }
  for (let height = 2; height <= mostHeadingRows; height++)
    for (let first = 0; first < looked && first + height <= rows.length; first++) {
      const several = candidateAt(format, rows, first, height)
      if (isWhole(several)) return several
    }
  return undefined
}

/** What is likest headings: the row, or two together, with most columns. */
const nearestHeadings = (format: SheetFormat, rows: readonly SheetRow[]): Candidate | undefined => {
  let best: Candidate | undefined
  for (let first = 0; first < Math.min(rows.length, rowsOverHeadings + 1); first++) {
    const candidate = candidateAt(format, rows, first, 1)
    if (candidate.found.columns.size > (best?.found.columns.size ?? 0)) best = candidate
  }
  return best
}

/** Whether the first rows of a sheet have the headings of a format, be they ambiguous or not. */
export const hasHeadings = (format: SheetFormat, rows: readonly SheetRow[]): { whole: boolean; rowsBelow: number } => {
  const whole = wholeHeadings(format, rows)
  return whole ? { whole: true, rowsBelow: rows.length - whole.first - whole.height } : { whole: false, rowsBelow: 0 }
}

/**
 * Finds the headings of a format among the first rows of a sheet. Those rows end where `at` says.
 * @throws {SheetUnreadable} with the nearest heading row and what it lacks, or the two headings that mean one column.
 */
export const findHeadings = (format: SheetFormat, rows: readonly SheetRow[]): { headings: Headings; end: number } => {
  const candidate = wholeHeadings(format, rows)
  if (!candidate || !isWhole(candidate)) throw headingFault(format, candidate ?? nearestHeadings(format, rows), rows)
  const { first, height, found } = candidate
  const end = first + height
  const row = rows[end - 1]!.row
  const [twice] = found.twice
  if (twice) {
    const names = twice.places.map((at) => `“${found.cells[at]!.trim()}”`).join('、')
    throw new SheetUnreadable(sheetRefusals.SHEET_HEADING_TWICE, {
      exact: {
        en: `in row ${row} several headings mean ${twice.column.headings[0]}: ${names}`,
        zh: `第 ${row} 行有几列都表示${twice.column.headings[0]}：${names}`,
      },
    })
  }
  const above = rows.slice(0, first)
  return {
    end,
    headings: {
      firstRow: rows[first]!.row,
      row,
      columns: found.columns,
      hidden: [...found.columns].filter(([, at]) => rows[first]!.hiddenColumns?.has(at)).map(([column]) => column),
      ...withUnits(found, above),
      own: rows.slice(first, end).map(({ cells }) => cells.map(plainHeading)),
      above: above.map(({ cells }) => cells.filter(filled).map(plainHeading)),
    },
  }
}
