import { chooseSheet } from './choose-sheet.ts'
import { type Merge, mergeReader } from './merges.ts'
import { odsRows } from './ods-rows.ts'
import type { OpenSheet } from './open-sheet.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'
import { openStreamed } from './streamed-workbook.ts'
import { documentPart, readWorkbook, type Workbook, type WorkbookSheet } from './workbook-parts.ts'
import { readXlsbWorkbook, xlsbMerges, xlsbRows } from './xlsb-workbook.ts'
import { xlsxMerges } from './xlsx-merges.ts'
import { xlsxRows } from './xlsx-rows.ts'
import { readXml } from './xml-events.ts'
import { openZip, type ZipParts } from './zip-parts.ts'

/** A workbook of parts, as it is read: of XML, or of records of bytes. */
type Parts = {
  kind: 'xlsx' | 'xlsb'
  part: string
  read: (zip: ZipParts, part: string) => Promise<Workbook>
  merges: (zip: ZipParts, sheet: WorkbookSheet) => Promise<readonly Merge[]>
  rows: (zip: ZipParts, workbook: Workbook, sheet: WorkbookSheet) => AsyncGenerator<SheetRow>
}

const ofXml = { kind: 'xlsx', read: readWorkbook, merges: xlsxMerges, rows: xlsxRows } as const
const ofBytes = { kind: 'xlsb', read: readXlsbWorkbook, merges: xlsbMerges, rows: xlsbRows } as const

/** What a zip is that is no workbook. */
const refuseOtherZip = (zip: ZipParts): never => {
  if (zip.has('word/document.xml') || zip.has('ppt/presentation.xml'))
    throw new SheetUnreadable(sheetRefusals.SHEET_DOCUMENT)
  throw new SheetUnreadable(zip.has('[Content_Types].xml') ? sheetRefusals.SHEET_DAMAGED : sheetRefusals.SHEET_ARCHIVE)
}

const partsOf = async (zip: ZipParts): Promise<Parts> => {
  const named = await documentPart(zip)
  const [, ending] = /(?:^|\/)workbook\d*\.(xml|bin)$/i.exec(named ?? '') ?? []
  if (named !== undefined && ending !== undefined) return { ...(ending === 'xml' ? ofXml : ofBytes), part: named }
  if (zip.has('xl/workbook.xml')) return { ...ofXml, part: 'xl/workbook.xml' }
  return zip.has('xl/workbook.bin') ? { ...ofBytes, part: 'xl/workbook.bin' } : refuseOtherZip(zip)
}

/** A workbook's rows with their merged cells, from a zip that is opened for them. */
async function* rowsAgain(
  file: string,
  { merges, rows }: Parts,
  workbook: Workbook,
  sheet: WorkbookSheet,
): AsyncGenerator<SheetRow> {
  const zip = await openZip(file)
  try {
    const merged = mergeReader(await merges(zip, sheet))
    for await (const row of rows(zip, workbook, sheet)) yield merged.of(row)
  } finally {
    zip.close()
  }
}

const manifest = 'META-INF/manifest.xml'

const isOpenDocument = (zip: ZipParts) => zip.has('mimetype') && (zip.has('content.xml') || zip.has(manifest))

const isEncrypted = async (zip: ZipParts): Promise<boolean> => {
  let encrypted = false
  const open = (name: string) => {
    if (name === 'encryption-data') encrypted = true
  }
  if (zip.has(manifest)) await readXml(zip.text(manifest), { open })
  return encrypted
}

/** Opens an OpenDocument sheet (.ods, .ots). @throws {SheetUnreadable} where it is encrypted, or no sheet. */
const openOds = async (file: string, zip: ZipParts, format: SheetFormat | undefined): Promise<OpenSheet> => {
  const { value: mediaType } = await zip.text('mimetype').next()
  if (!mediaType?.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw new SheetUnreadable(sheetRefusals.SHEET_DOCUMENT)
  if (await isEncrypted(zip)) throw new SheetUnreadable(sheetRefusals.SHEET_ENCRYPTED)
  return openStreamed(
    'ods',
    async function* (met) {
      const again = await openZip(file)
      try {
        const styles = again.has('styles.xml') ? again.text('styles.xml') : undefined
        yield* odsRows(again.text('content.xml'), styles, met)
      } finally {
        again.close()
      }
    },
    format,
  )
}

/**
 * Opens a zip as a workbook (.xlsx, .xlsm, .xlsb, .ods).
 * @throws {SheetUnreadable}
 */
export const openZipped = async (file: string, format: SheetFormat | undefined): Promise<OpenSheet> => {
  const zip = await openZip(file)
  try {
    if (isOpenDocument(zip)) return await openOds(file, zip, format)
    const parts = await partsOf(zip)
    const workbook = await parts.read(zip, parts.part)
    const { sheet, notes } = await chooseSheet(workbook.sheets, (one) => parts.rows(zip, workbook, one), format)
    return {
      kind: parts.kind,
      sheet: sheet.name,
      daySystem: workbook.daySystem,
      notes,
      rows: () => rowsAgain(file, parts, workbook, sheet),
    }
  } finally {
    zip.close()
  }
}
