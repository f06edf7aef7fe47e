import { type BiffSheet, type BiffWorkbook, biffRows, readBiff } from './biff-workbook.ts'
import { chooseSheet } from './choose-sheet.ts'
import { openOle } from './ole-file.ts'
import type { OpenSheet } from './open-sheet.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'

async function* rowsOf(workbook: BiffWorkbook, sheet: BiffSheet): AsyncGenerator<SheetRow> {
  try {
    yield* biffRows(workbook, sheet)
  } catch (error) {
    if (error instanceof RangeError) throw new SheetUnreadable(sheetRefusals.SHEET_OLD_WORKBOOK)
    throw error
  }
}

const workbookOf = (stream: Buffer): BiffWorkbook => {
  try {
    return readBiff(stream)
  } catch (error) {
    if (error instanceof RangeError) throw new SheetUnreadable(sheetRefusals.SHEET_OLD_WORKBOOK)
    throw error
  }
}

/**
 * Opens an OLE container as a workbook of Excel 97 to 2003, as WPS writes .xls and .et too.
 * @throws {SheetUnreadable}
 */
export const openXls = async (file: string, format: SheetFormat | undefined): Promise<OpenSheet> => {
  const ole = await openOle(file)
  if (ole.has('EncryptedPackage') || ole.has('EncryptionInfo')) throw new SheetUnreadable(sheetRefusals.SHEET_ENCRYPTED)
  // Excel 95 wrote BOOK; what a program of today writes under that name says its version itself.
  const stream = ['Workbook', 'Book'].find((name) => ole.has(name))
  if (stream === undefined)
    throw new SheetUnreadable(
      ole.has('WordDocument') || ole.has('PowerPoint Document')
        ? sheetRefusals.SHEET_DOCUMENT
        : sheetRefusals.SHEET_OLD_WORKBOOK,
    )
  const workbook = workbookOf(ole.stream(stream))
  const { sheet, notes } = await chooseSheet(workbook.sheets, (one) => rowsOf(workbook, one), format)
  return {
    kind: 'xls',
    sheet: sheet.name,
    daySystem: workbook.daySystem,
    notes,
    rows: () => rowsOf(workbook, sheet),
  }
}
