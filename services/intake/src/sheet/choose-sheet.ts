import { hasHeadings, rowsLooked } from './find-headings.ts'
import type { SheetNote } from './open-sheet.ts'
import { headingsIn } from './recognise-headings.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'

type Named = { name: string; hidden: boolean }

/** What the beginning of a sheet shows. */
type Look<Sheet> = {
  sheet: Sheet
  /** Most headings of the format in one row. */
  headings: number
  /** Whether it has the headings of the format, and a row below them. */
  fits: boolean
  empty: boolean
}

const lookAt = async <Sheet>(
  sheet: Sheet,
  rows: AsyncIterable<SheetRow>,
  format: SheetFormat | undefined,
): Promise<Look<Sheet>> => {
  const first: SheetRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length === rowsLooked) break
  }
  if (!format) return { sheet, headings: 0, fits: false, empty: first.length === 0 }
  const headings = Math.max(0, ...first.map(({ cells }) => headingsIn(format, cells)))
  const { whole, rowsBelow } = hasHeadings(format, first)
  return { sheet, headings, fits: whole && rowsBelow > 0, empty: first.length === 0 }
}

const quoted = (sheets: readonly Named[]) => sheets.map(({ name }) => `“${name}”`).join('、')

const notesOf = (others: readonly Look<Named>[]): SheetNote[] => {
  const visible = others.filter(({ sheet, empty }) => !sheet.hidden && !empty).map(({ sheet }) => sheet)
  const hidden = others.filter(({ sheet, empty }) => sheet.hidden && !empty).map(({ sheet }) => sheet)
  return [
    ...(visible.length > 0
      ? [{ en: `sheets not read: ${quoted(visible)}`, zh: `未读取的工作表：${quoted(visible)}` }]
      : []),
    ...(hidden.length > 0
      ? [{ en: `hidden sheets not read: ${quoted(hidden)}`, zh: `未读取的隐藏工作表：${quoted(hidden)}` }]
      : []),
  ]
}

/**
 * The sheet of a workbook that is read: the one that is not hidden and has the headings of the format; where none has
 * them, the one that has most of them, so that it is said what it lacks.
 * @throws {SheetUnreadable} where two have them, or a hidden one alone.
 */
export const chooseSheet = async <Sheet extends Named>(
  sheets: readonly Sheet[],
  rowsOf: (sheet: Sheet) => AsyncIterable<SheetRow>,
  format: SheetFormat | undefined,
): Promise<{ sheet: Sheet; notes: readonly SheetNote[] }> => {
  const looks: Look<Sheet>[] = []
  for (const sheet of sheets) looks.push(await lookAt(sheet, rowsOf(sheet), format))
  const fitting = looks.filter(({ fits }) => fits)
  const visible = fitting.filter(({ sheet }) => !sheet.hidden)
  if (visible.length > 1) {
    const names = quoted(visible.map(({ sheet }) => sheet))
    throw new SheetUnreadable(sheetRefusals.SHEETS_ALIKE, {
      exact: { en: `several sheets have these headings: ${names}`, zh: `多个工作表都有这样的标题行：${names}` },
    })
  }
  if (visible.length === 0 && fitting.length > 0) throw new SheetUnreadable(sheetRefusals.SHEET_HIDDEN)
  const shown = looks.filter(({ sheet, empty }) => !sheet.hidden && !empty)
  const chosen = visible[0] ?? shown.sort((a, b) => b.headings - a.headings)[0]
  if (!chosen) throw new SheetUnreadable(sheetRefusals.SHEET_EMPTY)
  return { sheet: chosen.sheet, notes: notesOf(looks.filter((look) => look !== chosen)) }
}
