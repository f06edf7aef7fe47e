import { chooseSheet } from './choose-sheet.ts'
import type { OpenSheet } from './open-sheet.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { documentPart, readWorkbook } from './workbook-parts.ts'
import { xlsxRows } from './xlsx-rows.ts'
import { openZip, type ZipParts } from './zip-parts.ts'

/** What a zip is that is no workbook of XML. */
const refuseOtherZip = (zip: ZipParts): never => {
  if (zip.has('xl/workbook.bin')) throw new SheetUnreadable(sheetRefusals.SHEET_BINARY_WORKBOOK)
  if (zip.has('word/document.xml') || zip.has('ppt/presentation.xml'))
    throw new SheetUnreadable(sheetRefusals.SHEET_DOCUMENT)
  if (zip.has('mimetype') && zip.has('content.xml')) throw new SheetUnreadable(sheetRefusals.SHEET_OPEN_DOCUMENT)
  throw new SheetUnreadable(zip.has('[Content_Types].xml') ? sheetRefusals.SHEET_DAMAGED : sheetRefusals.SHEET_ARCHIVE)
}

const workbookPart = async (zip: ZipParts): Promise<string> => {
  const named = await documentPart(zip)
  if (named?.endsWith('.xml') && /(?:^|\/)workbook\d*\.xml$/i.test(named)) return named
  return zip.has('xl/workbook.xml') ? 'xl/workbook.xml' : refuseOtherZip(zip)
}

/**
 * Opens a zip as a workbook (.xlsx, .xlsm).
 * @throws {SheetUnreadable}
 */
export const openXlsx = async (file: string, format: SheetFormat | undefined): Promise<OpenSheet> => {
  const zip = await openZip(file)
  try {
    const workbook = await readWorkbook(zip, await workbookPart(zip))
    const { sheet, notes } = await chooseSheet(workbook.sheets, (one) => xlsxRows(zip, workbook, one), format)
    return {
      kind: 'xlsx',
      sheet: sheet.name,
      daySystem: workbook.daySystem,
      notes,
      rows: async function* () {
        const again = await openZip(file)
        try {
          yield* xlsxRows(again, workbook, sheet)
        } finally {
          again.close()
        }
      },
    }
  } finally {
    zip.close()
  }
}
