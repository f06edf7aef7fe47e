import type { Fault } from '@hub/runtime/problem.ts'
import { isMoney } from './amount-unit.ts'
import type { CellKind } from './cell.ts'
import type { Headings } from './find-headings.ts'
import { shapeFault } from './shape-refusals.ts'
import type { Column } from './sheet-format.ts'
import type { CellType, SheetRow } from './sheet-row.ts'

/** Behind a merged amount that is given back: nobody takes it for that of one row. */
const mergedMark = '（合并单元格）'

const isAddedUp = (kind: CellKind): boolean =>
  kind === 'count' ||
  kind === 'decimal' ||
  isMoney(kind) ||
  (typeof kind === 'object' && 'list' in kind && isAddedUp(kind.list))

/** Whether a column has one cell for each row: its own number, and what is added up. */
const isOfOneRow = ({ cell, to }: Column) => to.includes('/id') || isAddedUp(cell)

/** Cells that come back as they were given back: nobody has written what is each row's own. */
const stillMarked = ({ columns }: Headings, { cells }: SheetRow): readonly Fault[] =>
  cells.some((cell) => cell.endsWith(mergedMark))
    ? [...columns].flatMap(([column, at]) =>
        isOfOneRow(column) && cells[at]?.endsWith(mergedMark) ? [shapeFault('CELL_MERGED', column.to[0]!)] : [],
      )
    : []

/**
 * A row of data with what merged cells say of it. A cell that is merged over rows says the same of each of them, as whoever
 * reads the sheet sees it; but not an amount, which may be the sum of the rows, nor the row's own number. A cell that is
 * merged over columns says which of them it means by nothing.
 */
export const withMergedCells = (headings: Headings, row: SheetRow): { row: SheetRow; faults: readonly Fault[] } => {
  const merged = row.merged?.filter((merge) => merge.row > headings.row) ?? []
  if (merged.length === 0) return { row, faults: stillMarked(headings, row) }
  const faults: Fault[] = []
  const cells = [...row.cells]
  const typed: (CellType | undefined)[] = [...(row.typed ?? [])]
  for (const [column, at] of headings.columns) {
    const over = merged.find((merge) => merge.column <= at && at <= merge.lastColumn)
    if (!over) continue
    while (cells.length < at) cells.push('')
    const isBeside = over.column < at
    if (over.text === '') {
      // A program may have left something under the merge, where nobody sees it.
      if (isBeside || over.row < row.row) cells[at] = ''
    } else if (isBeside || (over.lastRow > over.row && isOfOneRow(column))) {
      const rows = over.lastRow > over.row ? `${over.row}–${over.lastRow}` : String(over.row)
      faults.push(
        shapeFault('CELL_MERGED', column.to[0]!, {
          en: `the cell is merged over rows or columns (rows ${rows}): what it says of this one is not said`,
          zh: `单元格是合并的（第 ${rows} 行），无法确定本行本列的内容`,
        }),
      )
      if (!isBeside) cells[at] = `${over.text}${mergedMark}`
    } else if (over.row < row.row) {
      cells[at] = over.text
      typed[at] = over.type
    }
  }
  return { row: { ...row, cells, ...(typed.length > 0 ? { typed } : {}) }, faults }
}
