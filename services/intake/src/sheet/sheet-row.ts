/** What a workbook says that a cell is, where it is no text; `scaled` is a number that is shown as another. A file of plain text has no such types. */
export type CellType = 'number' | 'scaled' | 'day' | 'time' | 'boolean' | 'error'

/** Cells of a workbook that are merged into one: what it shows, from where to where it goes (rows as numbered, columns from 0). */
export type MergedCell = {
  text: string
  type: CellType | undefined
  row: number
  lastRow: number
  column: number
  lastColumn: number
}

/** A row of a sheet, with its number as a spreadsheet shows it. */
export type SheetRow = {
  row: number
  /** The cells as text: days as YYYY-MM-DD, numbers as the shortest decimal that says them. */
  cells: readonly string[]
  /** The type of each cell that is no text, at its place. */
  typed?: readonly (CellType | undefined)[]
  /** Whether the row is hidden in its workbook, by hand or by a filter. */
  hidden?: boolean
  /** The columns that are hidden in the workbook, by their place. */
  hiddenColumns?: ReadonlySet<number>
  /** The merged cells that lie over the row. Only the first row of each has its text in `cells`. */
  merged?: readonly MergedCell[]
}

type RowMarks = {
  typed: SheetRow['typed'] | undefined
  hidden: boolean
  hiddenColumns: ReadonlySet<number>
}

/** A row of a workbook, with what is said of it. */
export const workbookRow = (
  row: number,
  cells: readonly string[],
  { typed, hidden, hiddenColumns }: RowMarks,
): SheetRow => ({
  row,
  cells,
  ...(typed && typed.length > 0 ? { typed } : {}),
  ...(hidden ? { hidden } : {}),
  ...(hiddenColumns.size > 0 ? { hiddenColumns } : {}),
})

/** Columns of a sheet: A to XFD. */
export const mostColumns = 16_384

/** Adds columns that are hidden, from one place to another. */
export const hideColumns = (hidden: Set<number>, from: number, to: number): void => {
  // What is said once more need not be gone through once more.
  if (hidden.has(from) && hidden.has(Math.min(to, mostColumns - 1))) return
  for (let at = Math.max(0, from); at <= Math.min(to, mostColumns - 1); at++) hidden.add(at)
}
