import { biffError, rkNumber, writtenNumber } from './biff-values.ts'
import { addMerge, type Merge } from './merges.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { type CellType, hideColumns, mostColumns, type SheetRow, workbookRow } from './sheet-row.ts'
import { type DaySystem, numberCell, type WorkbookCell } from './workbook-cell.ts'
import { addNamed, relationsOf, sharedStringList, type Workbook, type WorkbookSheet } from './workbook-parts.ts'
import { textAt, type XlsbRecord, xlsb, xlsbRecords } from './xlsb-records.ts'
import { damaged, type ZipParts } from './zip-parts.ts'

const stringsOf = async (zip: ZipParts, part: string | undefined): Promise<readonly string[]> => {
  if (part === undefined || !zip.has(part)) return []
  const { strings, add } = sharedStringList()
  // Behind the text stand its fonts, and how it is pronounced.
  for await (const { type, data } of xlsbRecords(zip.bytes(part)))
    if (type === xlsb.sharedString) add(textAt(data, 1)[0])
  return strings
}

const formatsOf = async (zip: ZipParts, part: string | undefined): Promise<readonly NumberFormat[]> => {
  if (part === undefined || !zip.has(part)) return []
  const codes: (string | undefined)[] = []
  const formats: NumberFormat[] = []
  let inCells = false
  for await (const { type, data } of xlsbRecords(zip.bytes(part))) {
    if (type === xlsb.format) codes[data.readUInt16LE(0)] = textAt(data, 2)[0]
    else if (type === xlsb.beginCellXfs) inCells = true
    else if (type === xlsb.endCellXfs) inCells = false
    else if (type === xlsb.xf && inCells)
      addNamed(formats, numberFormat(data.readUInt16LE(2), codes[data.readUInt16LE(2)]))
  }
  return formats
}

/** What is read is no more than what is there. @throws {SheetUnreadable} where a record is shorter than it has to be. */
const reading = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    throw damaged(error)
  }
}

/**
 * Reads what a binary workbook says of its sheets, and the strings that they share.
 * @throws {SheetUnreadable}
 */
export const readXlsbWorkbook = (zip: ZipParts, part: string): Promise<Workbook> =>
  reading(async () => {
    const relations = await relationsOf(zip, part)
    const sheets: WorkbookSheet[] = []
    let daySystem: DaySystem = '1900'
    for await (const { type, data } of xlsbRecords(zip.bytes(part))) {
      if (type === xlsb.workbookProperties && data.readUInt32LE(0) & 1) daySystem = '1904'
      if (type !== xlsb.bundleSheet) continue
      const [id, end] = textAt(data, 8)
      const relation = relations.find((one) => one.id === id)
      if (relation?.type === 'worksheet')
        addNamed(sheets, { name: textAt(data, end)[0], hidden: data.readUInt32LE(0) !== 0, part: relation.target })
    }
    const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target
    const sharedStrings = await stringsOf(zip, targetOf('sharedStrings'))
    return { sheets, daySystem, sharedStrings, formats: await formatsOf(zip, targetOf('styles')) }
  })

/** The merged cells of a sheet; they stand behind its rows. @throws {SheetUnreadable} */
export const xlsbMerges = (zip: ZipParts, { part }: WorkbookSheet): Promise<readonly Merge[]> =>
  reading(async () => {
    const merges: Merge[] = []
    for await (const { type, data } of xlsbRecords(zip.bytes(part))) {
      if (type !== xlsb.mergeCell) continue
      const at = (place: number) => data.readUInt32LE(place)
      addMerge(merges, { row: at(0) + 1, lastRow: at(4) + 1, column: at(8), lastColumn: at(12) })
    }
    return merges
  })

/** The value of a cell; `at` is where it stands in the record, behind the column and the style. */
const cellOf = (
  { type, data }: XlsbRecord,
  at: number,
  { sharedStrings, formats, daySystem }: Workbook,
): WorkbookCell | undefined => {
  const number = (value: number) =>
    numberCell(writtenNumber(value), formats[data.readUIntLE(at - 4, 3)] ?? 'number', daySystem)
  switch (type) {
    case xlsb.cellRk:
    case xlsb.shortRk:
      return number(rkNumber(data.readInt32LE(at)))
    case xlsb.cellReal:
    case xlsb.shortReal:
    case xlsb.formulaNumber:
      return number(data.readDoubleLE(at))
    case xlsb.cellBool:
    case xlsb.shortBool:
    case xlsb.formulaBool:
      return { text: data[at] === 1 ? 'TRUE' : 'FALSE', type: 'boolean' }
    case xlsb.cellError:
    case xlsb.shortError:
    case xlsb.formulaError:
      return { text: biffError(data[at]), type: 'error' }
    case xlsb.cellText:
    case xlsb.shortText:
    case xlsb.formulaText:
      return { text: textAt(data, at)[0] }
    case xlsb.cellRich:
      return { text: textAt(data, at + 1)[0] }
    case xlsb.cellShared:
    case xlsb.shortShared: {
      const text = sharedStrings[data.readUInt32LE(at)]
      if (text === undefined) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      return { text }
    }
    default:
      return undefined
  }
}

const isCell = (type: number) => (type >= xlsb.cellBlank && type <= xlsb.shortShared) || type === xlsb.cellRich
const isShort = (type: number) => type >= xlsb.shortBlank && type <= xlsb.shortShared

async function* sheetRows(zip: ZipParts, workbook: Workbook, { part }: WorkbookSheet): AsyncGenerator<SheetRow> {
  let row = 0
  let column = -1
  let hidden = false
  let cells: string[] = []
  let types: (CellType | undefined)[] | undefined
  const hiddenColumns = new Set<number>()
  const whole = (): SheetRow[] =>
    cells.length === 0 ? [] : [workbookRow(row, cells, { typed: types, hidden, hiddenColumns })]
  for await (const record of xlsbRecords(zip.bytes(part))) {
    const { type, data } = record
    if (type === xlsb.row || type === xlsb.endSheetData) {
      yield* whole()
      cells = []
      types = undefined
      if (type === xlsb.endSheetData) return
      const next = data.readUInt32LE(0) + 1
      if (next <= row) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      row = next
      hidden = (data[11]! & 0x10) !== 0
      column = -1
      continue
    }
    if (type === xlsb.columns && data.readUInt16LE(16) & 1)
      hideColumns(hiddenColumns, data.readUInt32LE(0), data.readUInt32LE(4))
    if (!isCell(type)) continue
    column = isShort(type) ? column + 1 : data.readUInt32LE(0)
    const read = cellOf(record, isShort(type) ? 4 : 8, workbook)
    if (!read || (read.text === '' && read.type === undefined)) continue
    if (column >= mostColumns) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
    while (cells.length < column) cells.push('')
    cells[column] = read.text
    if (read.type === undefined) continue
    types ??= []
    types[column] = read.type
  }
}

/**
 * The rows of a sheet of a binary workbook (.xlsb) that have anything in them; its parts are records of bytes (MS-XLSB) in
 * the place of XML.
 * @throws {SheetUnreadable}
 */
export async function* xlsbRows(zip: ZipParts, workbook: Workbook, sheet: WorkbookSheet): AsyncGenerator<SheetRow> {
  try {
    yield* sheetRows(zip, workbook, sheet)
  } catch (error) {
    throw damaged(error)
  }
}
