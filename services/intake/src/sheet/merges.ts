import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { MergedCell, SheetRow } from './sheet-row.ts'

/** Cells that are merged into one: the first and last row (as a spreadsheet numbers them), the first and last column (from 0). */
export type Merge = { row: number; lastRow: number; column: number; lastColumn: number }

/** Merges that a sheet may have: one in every row of the longest one. */
const mostMerges = 1_048_576
/** Merges that lie over one row. */
const mostOpen = 1000

/** Adds to the merges of a sheet. @throws {SheetUnreadable} where there are more than a sheet can have. */
export const addMerge = (merges: Merge[], merge: Merge): void => {
  if (merge.lastRow <= merge.row && merge.lastColumn <= merge.column) return
  if (merges.length >= mostMerges) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
  merges.push(merge)
}

/**
 * Tells rows which of their cells are part of a merged one. Merges that are not known from the start are added before the row
 * in which they begin is given.
 */
export const mergeReader = (known: readonly Merge[] = []) => {
  let waiting = known.toSorted((one, other) => one.row - other.row)
  let next = 0
  let open: MergedCell[] = []
  return {
    add: (merge: Merge) => addMerge(waiting, merge),
    /** The row with the merges that lie over it. */
    of: (row: SheetRow): SheetRow => {
      if (open.length > 0) open = open.filter(({ lastRow }) => lastRow >= row.row)
      for (let merge = waiting[next]; merge && merge.row <= row.row; merge = waiting[++next]) {
        if (merge.lastRow < row.row) continue
        const shown = merge.row === row.row ? row : undefined
        open.push({ ...merge, text: shown?.cells[merge.column] ?? '', type: shown?.typed?.[merge.column] })
      }
      if (next === waiting.length && next > 0) {
        waiting = []
        next = 0
      }
      if (open.length > mostOpen) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
      return open.length === 0 ? row : { ...row, merged: open }
    },
  }
}
