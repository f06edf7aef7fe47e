import type { Cell } from './cells.ts'
import { type ExportTable, type Tally, tallied } from './export-table.ts'

/** Digits that a spreadsheet would round, or whose leading zero it would drop. */
const longDigits = /^(?:0\d+|\d{12,}[Xx]?)$/

/** A field by RFC 4180. A tab behind long digits makes a spreadsheet keep them as text, every one of them. */
const field = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = longDigits.test(cell) ? `${cell}\t` : cell
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const line = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`

/** What a whole file ends with; where it is missing, the file was cut off. */
export const lastLine = ({ rows, sha256 }: Tally): string => `# 完 行数=${rows} sha256=${sha256}\r\n`

/**
 * A table as CSV: UTF-8 with a byte order mark, CRLF. What an XLSX says on its second sheet follows the rows in lines
 * that begin with #, which no row does; the last of them begins with '# 完'.
 */
export async function* csvOf(table: ExportTable, onTally: (tally: Tally) => void = () => {}): AsyncGenerator<string> {
  const { pages, tally } = tallied(table)
  yield `\ufeff${line(table.columns.map(({ heading }) => heading))}`
  for await (const page of pages) yield page.map(line).join('')
  const end = tally()
  yield end.about.map(([label, value]) => `# ${line([label, value])}`).join('') + lastLine(end)
  onTally(end)
}
