import { chooseSheet } from './choose-sheet.ts'
import { rowsLooked } from './find-headings.ts'
import type { OpenSheet } from './open-sheet.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'
import type { DaySystem } from './workbook-cell.ts'

/** A row of one of the sheets that stand one after the other in a single stream; `repeated` times the same. */
export type StreamedRow = { sheet: number; row: SheetRow; repeated: number }

/** What a reading has met so far: the sheets in their order, and from which day the workbook counts. */
export type Met = { sheets: { name: string; hidden: boolean }[]; daySystem: DaySystem }

/** Rows of a sheet that a spreadsheet can have. */
export const mostRows = 1_048_576
/** Cells that rows may be made of by saying that they are repeated: those of a sheet of a million rows. */
const mostRepeated = 64 * 1024 * 1024

/** Each row as many times as it is repeated. @throws {SheetUnreadable} when that is more than a sheet can hold. */
async function* unfolded(rows: AsyncIterable<StreamedRow>): AsyncGenerator<{ sheet: number; row: SheetRow }> {
  let cells = 0
  for await (const { sheet, row, repeated } of rows) {
    if (repeated > 1) cells += repeated * row.cells.length
    if (cells > mostRepeated || row.row + repeated - 1 > mostRows)
      throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
    for (let more = 0; more < repeated; more++) yield { sheet, row: more === 0 ? row : { ...row, row: row.row + more } }
  }
}

/**
 * Opens a workbook whose sheets stand in one stream: reads it once to see them, then again up to the end of the one that is
 * chosen. Of the rows a piece is held at a time.
 * @throws {SheetUnreadable}
 */
export const openStreamed = async (
  kind: OpenSheet['kind'],
  read: (met: Met) => AsyncIterable<StreamedRow>,
  format: SheetFormat | undefined,
): Promise<OpenSheet> => {
  const met: Met = { sheets: [], daySystem: '1900' }
  const first: SheetRow[][] = []
  for await (const { sheet, row } of unfolded(read(met))) {
    first[sheet] ??= []
    if (first[sheet].length < rowsLooked) first[sheet].push(row)
  }
  const sheets = met.sheets.map((sheet, at) => ({ ...sheet, at }))
  const rowsOf = async function* ({ at }: { at: number }) {
    yield* first[at] ?? []
  }
  const { sheet, notes } = await chooseSheet(sheets, rowsOf, format)
  return {
    kind,
    sheet: sheet.name,
    daySystem: met.daySystem,
    notes,
    rows: async function* () {
      for await (const each of unfolded(read({ sheets: [], daySystem: '1900' }))) {
        if (each.sheet > sheet.at) return
        if (each.sheet === sheet.at) yield each.row
      }
    },
  }
}
