/** What a workbook says that a cell is, where it is no text; `scaled` is a number that is shown as another. A file of plain text has no such types. */
export type CellType = 'number' | 'scaled' | 'day' | 'time' | 'boolean' | 'error'

/** A row of a sheet, with its number as a spreadsheet shows it. */
export type SheetRow = {
  row: number
  /** The cells as text: days as YYYY-MM-DD, numbers as the shortest decimal that says them. */
  cells: readonly string[]
  /** The type of each cell that is no text, at its place. */
  typed?: readonly (CellType | undefined)[]
  /** Whether the row is hidden in its workbook, by hand or by a filter. */
  hidden?: boolean
}
