import { biff, biffReader, biffRecords } from './biff-records.ts'
import { biffError, rkNumber, writtenNumber } from './biff-values.ts'
import { addMerge, type Merge, mergeReader } from './merges.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { type CellType, hideColumns, type SheetRow, workbookRow } from './sheet-row.ts'
import { type DaySystem, numberCell, type WorkbookCell } from './workbook-cell.ts'

export type BiffSheet = { name: string; hidden: boolean; at: number }

/** What the stream of an .xls (BIFF8) says of its sheets. */
export type BiffWorkbook = {
  stream: Buffer
  sheets: readonly BiffSheet[]
  daySystem: DaySystem
  sharedStrings: readonly string[]
  formats: readonly NumberFormat[]
}

const version8 = 0x0600

/**
 * Reads the first part of a workbook's stream.
 * @throws {SheetUnreadable} when it is encrypted, or of another version.
 */
export const readBiff = (stream: Buffer): BiffWorkbook => {
  const codes = new Map<number, string>()
  const styles: number[] = []
  const sheets: BiffSheet[] = []
  const sharedStrings: string[] = []
  let daySystem: DaySystem = '1900'
  let first = true
  for (const record of biffRecords(stream, 0)) {
    const reader = biffReader(record)
    if (first && (record.type !== biff.bof || reader.u16() !== version8))
      throw new SheetUnreadable(sheetRefusals.SHEET_OLD_WORKBOOK)
    first = false
    if (record.type === biff.eof) break
    if (record.type === biff.filePass) throw new SheetUnreadable(sheetRefusals.SHEET_ENCRYPTED)
    if (record.type === biff.date1904 && reader.u16() === 1) daySystem = '1904'
    else if (record.type === biff.format) codes.set(reader.u16(), reader.text())
    else if (record.type === biff.xf) styles.push(record.data.readUInt16LE(2))
    else if (record.type === biff.boundSheet) {
      const at = reader.u32()
      const state = reader.u8() & 3
      const isWorksheet = reader.u8() === 0
      const name = reader.text(reader.u8())
      if (isWorksheet) sheets.push({ name, hidden: state !== 0, at })
    } else if (record.type === biff.sst) {
      reader.skip(4)
      // Some programs count more than they write; a cell that asks for one of those is damage.
      for (let count = reader.u32(); count > 0 && !reader.isDone(); count--) sharedStrings.push(reader.text())
    }
  }
  const formats = styles.map((id) => numberFormat(id, codes.get(id)))
  return { stream, sheets, daySystem, sharedStrings, formats }
}

/**
 * The rows of a sheet of an .xls that have anything in them.
 * @throws {SheetUnreadable} when it is damaged.
 */
export function* biffRows(workbook: BiffWorkbook, { at }: BiffSheet): Generator<SheetRow> {
  const { stream, sharedStrings, formats, daySystem } = workbook
  const rows = new Map<number, { cells: string[]; typed: (CellType | undefined)[] }>()
  const hidden = new Set<number>()
  const hiddenColumns = new Set<number>()
  const merges: Merge[] = []
  let depth = 0
  let awaited: { row: number; column: number } | undefined
  const put = (row: number, column: number, cell: WorkbookCell) => {
    if (cell.text === '' && cell.type === undefined) return
    const kept = rows.get(row) ?? { cells: [], typed: [] }
    while (kept.cells.length < column) kept.cells.push('')
    kept.cells[column] = cell.text
    if (cell.type) kept.typed[column] = cell.type
    rows.set(row, kept)
  }
  const number = (value: number, style: number) =>
    numberCell(writtenNumber(value), formats[style] ?? 'number', daySystem)
  const logical = (value: number, isError: boolean): WorkbookCell =>
    isError ? { text: biffError(value), type: 'error' } : { text: value === 1 ? 'TRUE' : 'FALSE', type: 'boolean' }

  for (const record of biffRecords(stream, at)) {
    const { type, data } = record
    if (type === biff.bof) depth++
    if (type === biff.eof && --depth === 0) break
    // A chart within the sheet has a part of its own.
    if (depth !== 1) continue
    if (type === biff.row && data.readUInt16LE(12) & 0x20) hidden.add(data.readUInt16LE(0))
    if (type === biff.columns && data.readUInt16LE(8) & 1)
      hideColumns(hiddenColumns, data.readUInt16LE(0), data.readUInt16LE(2))
    if (type === biff.mergeCells) {
      for (let from = 2; from + 8 <= data.length; from += 8) {
        const [row, lastRow, column, lastColumn] = [0, 2, 4, 6].map((at) => data.readUInt16LE(from + at))
        addMerge(merges, { row: row! + 1, lastRow: lastRow! + 1, column: column!, lastColumn: lastColumn! })
      }
    }
    if (type === biff.string && awaited) put(awaited.row, awaited.column, { text: biffReader(record).text() })
    const cells: readonly number[] = [
      biff.labelSst,
      biff.label,
      biff.rString,
      biff.number,
      biff.rk,
      biff.mulRk,
      biff.boolErr,
      biff.formula,
    ]
    if (!cells.includes(type)) continue
    awaited = undefined
    const reader = biffReader(record)
    const row = reader.u16()
    let column = reader.u16()
    if (type === biff.mulRk) {
      for (let left = data.length - 6; left >= 6; left -= 6) {
        const style = reader.u16()
        put(row, column++, number(rkNumber(reader.bytes(4).readInt32LE(0)), style))
      }
      continue
    }
    const style = reader.u16()
    if (type === biff.labelSst) {
      const text = sharedStrings[reader.u32()]
      if (text === undefined) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      put(row, column, { text })
    } else if (type === biff.label || type === biff.rString) put(row, column, { text: reader.text() })
    else if (type === biff.number) put(row, column, number(reader.f64(), style))
    else if (type === biff.rk) put(row, column, number(rkNumber(reader.bytes(4).readInt32LE(0)), style))
    else if (type === biff.boolErr) put(row, column, logical(reader.u8(), reader.u8() === 1))
    else {
      const result = reader.bytes(8)
      const kind = result.readUInt16LE(6) === 0xffff ? result[0] : undefined
      if (kind === undefined) put(row, column, number(result.readDoubleLE(0), style))
      else if (kind === 0) awaited = { row, column }
      else if (kind === 1 || kind === 2) put(row, column, logical(result[2]!, kind === 2))
    }
  }
  const merged = mergeReader(merges)
  for (const [row, { cells, typed }] of [...rows].sort(([one], [other]) => one - other))
    yield merged.of(workbookRow(row + 1, cells, { typed, hidden: hidden.has(row), hiddenColumns }))
}
