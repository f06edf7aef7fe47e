/** What stands in a cell: a number only where it is to be reckoned with, everything else as text. */
export type Cell = string | number | null

/** A column: its Chinese heading, and how wide a sheet shows it, in characters. */
export type Column = { heading: string; width: number }

/** Most UTF-16 units of a cell that a spreadsheet takes. */
const longestCell = 32_767
const cutMark = '…（此单元格过长，已截断）'

/** Signs with which a spreadsheet begins a formula, full-width ones too, and those that it skips before one. */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/
// XML 1.0 has no way to write these.
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * A text as it stands in a file that is taken away: never a formula (OWASP, 'CSV Injection'), never longer than a cell,
 * no sign that XML can't hold.
 */
export const safeText = (text: string): string => {
  const plain = text.toWellFormed().replace(notInXml, '\ufffd')
  const defused = formulaStart.test(plain) ? `'${plain}` : plain
  return defused.length <= longestCell ? defused : defused.slice(0, longestCell - cutMark.length) + cutMark
}

/** A row with its texts made safe. */
export const safeRow = (row: readonly Cell[]): Cell[] =>
  row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell))
