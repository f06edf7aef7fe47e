import { addMerge, type Merge } from './merges.ts'
import type { WorkbookSheet } from './workbook-parts.ts'
import { columnOf } from './xlsx-rows.ts'
import type { ZipParts } from './zip-parts.ts'

const mergeCell = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
/** Characters of an element that may be cut between two pieces. */
const mostOfOne = 200

/**
 * The merged cells of a sheet. They stand behind its rows, so the part is looked through before these are read; as text,
 * which takes a fraction of what reading its XML takes.
 * @throws {SheetUnreadable}
 */
export const xlsxMerges = async (zip: ZipParts, { part }: WorkbookSheet): Promise<readonly Merge[]> => {
  const merges: Merge[] = []
  let rest = ''
  for await (const piece of zip.text(part)) {
    const text = rest + piece
    let end = 0
    for (const match of text.matchAll(mergeCell)) {
      const [whole, column = '', row = '', lastColumn = '', lastRow = ''] = match
      end = match.index + whole.length
      const [first, last] = [Number(row), Number(lastRow)]
      addMerge(merges, { row: first, lastRow: last, column: columnOf(column), lastColumn: columnOf(lastColumn) })
    }
    rest = text.slice(Math.max(end, text.length - mostOfOne))
  }
  return merges
}
