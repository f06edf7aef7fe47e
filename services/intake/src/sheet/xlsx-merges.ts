import { addMerge, type Merge } from './merges.ts'
import type { WorkbookSheet } from './workbook-parts.ts'
import { columnOf } from './xlsx-rows.ts'
import type { ZipParts } from './zip-parts.ts'

const mergeCell = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
/** Bytes of an element that may be cut between two pieces. */
const mostOfOne = 200
const sign = Buffer.from('mergeCell')

/**
 * The merged cells of a sheet. They stand behind its rows, so the part is looked through before these are read: as bytes, which
 * takes a small part of what reading its XML takes.
 * @throws {SheetUnreadable}
 */
export const xlsxMerges = async (zip: ZipParts, { part }: WorkbookSheet): Promise<readonly Merge[]> => {
  const merges: Merge[] = []
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of zip.bytes(part)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let end = 0
    if (bytes.includes(sign))
      for (const match of bytes.toString('latin1').matchAll(mergeCell)) {
        const [whole, column = '', row = '', lastColumn = '', lastRow = ''] = match
        end = match.index + whole.length
        const [first, last] = [Number(row), Number(lastRow)]
        addMerge(merges, { row: first, lastRow: last, column: columnOf(column), lastColumn: columnOf(lastColumn) })
      }
    rest = bytes.subarray(Math.max(end, bytes.length - mostOfOne))
  }
  return merges
}
