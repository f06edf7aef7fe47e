import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** A record of a part of an .xlsb: its type, and its bytes. */
export type XlsbRecord = { type: number; data: Buffer }

/** Types of records, as MS-XLSB names them. */
export const xlsb = {
  row: 0,
  cellBlank: 1,
  cellRk: 2,
  cellError: 3,
  cellBool: 4,
  cellReal: 5,
  cellText: 6,
  cellShared: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBool: 10,
  formulaError: 11,
  /** The same kinds of cells, each in the column behind the one before; said without it. */
  shortBlank: 12,
  shortRk: 13,
  shortError: 14,
  shortBool: 15,
  shortReal: 16,
  shortText: 17,
  shortShared: 18,
  sharedString: 19,
  format: 44,
  xf: 47,
  columns: 60,
  cellRich: 62,
  endSheetData: 146,
  workbookProperties: 153,
  bundleSheet: 156,
  mergeCell: 176,
  beginCellXfs: 617,
  endCellXfs: 618,
} as const

/** Bytes of a record: the longest is that of a cell's text with all its fonts. */
const mostBytes = 16 * 1024 * 1024

/** A number of up to so many bytes, seven bits of each; and where it ends. Undefined where it is not all there. */
const numberAt = (bytes: Buffer, from: number, most: number): readonly [value: number, end: number] | undefined => {
  let value = 0
  for (let at = 0; at < most; at++) {
    const byte = bytes[from + at]
    if (byte === undefined) return undefined
    value += (byte & 0x7f) * 2 ** (7 * at)
    if (byte < 0x80) return [value, from + at + 1]
  }
  return [value, from + most]
}

/** The type of a record: a second byte counts where the first one has its highest bit. */
const typeAt = (bytes: Buffer, at: number): readonly [type: number, end: number] | undefined => {
  const [low, high] = [bytes[at], bytes[at + 1]]
  if (low === undefined || (low >= 0x80 && high === undefined)) return undefined
  return low < 0x80 ? [low, at + 1] : [(low & 0x7f) + (high! & 0x7f) * 0x80, at + 2]
}

/**
 * The records of a part, one by one.
 * @throws {SheetUnreadable} where the part ends within one.
 */
export async function* xlsbRecords(pieces: AsyncIterable<Buffer>): AsyncGenerator<XlsbRecord> {
  let rest: Buffer = Buffer.alloc(0)
  let awaited = 0
  for await (const piece of pieces) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    // A long record is put together once it is all there.
    if (rest.length < awaited) continue
    let at = 0
    for (;;) {
      const type = typeAt(rest, at)
      const size = type && numberAt(rest, type[1], 4)
      if (!type || !size) break
      const [length, from] = size
      if (length > mostBytes) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      awaited = from + length - at
      if (from + length > rest.length) break
      yield { type: type[0], data: rest.subarray(from, from + length) }
      at = from + length
      awaited = 0
    }
    rest = rest.subarray(at)
  }
  if (rest.length > 0) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
}

/** A text (XLWideString) at a place of a record, and where it ends. @throws {RangeError} */
export const textAt = (data: Buffer, at: number): readonly [text: string, end: number] => {
  const length = data.readUInt32LE(at)
  // A name that is not there (XLNullableWideString).
  if (length === 0xffffffff) return ['', at + 4]
  const end = at + 4 + 2 * length
  if (end > data.length) throw new RangeError('a text is cut')
  return [data.toString('utf16le', at + 4, end), end]
}
