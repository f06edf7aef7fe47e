import type { Fault } from '@hub/runtime/problem.ts'
import { isMoney } from './amount-unit.ts'
import type { Headings } from './find-headings.ts'
import { isMixedEncoding } from './mixed-encoding.ts'
import type { OpenSheet } from './open-sheet.ts'
import { shapeFault } from './shape-refusals.ts'

const isFilled = (cell: string) => cell.trim() !== ''

/** Headings of columns of numbers: a number of three digits there need not be the rest of the amount before it. */
const ofNumbers = /[额数量费款元月年价标准次人户号码率%]|金|补|应|实|扣/

/** Whether an amount was cut at its thousands comma: 1 and 020.00 in neighbouring cells. */
const isCutAmount = (headings: Headings, cells: readonly string[]): boolean =>
  [...headings.columns].some(([column, at]) => {
    if (!isMoney(column.cell)) return false
    const next = cells[at + 1]?.trim() ?? ''
    return (
      /^[¥￥]?[1-9]\d{0,2}$/.test(cells[at]?.trim() ?? '') &&
      /^\d{3}(?:\.\d+)?$/.test(next) &&
      !ofNumbers.test(headings.cells[at + 1] ?? '')
    )
  })

/** Whether a cell has swallowed rows: several lines, of which some are kept apart as a row is. */
const hasSwallowed = (cells: readonly string[], delimiter: string, width: number): boolean =>
  cells.some(
    (cell) =>
      /[\r\n]/.test(cell) &&
      cell.split(/\r\n|\n|\r/).some((line) => line.split(delimiter).length > Math.max(2, Math.floor(width / 2))),
  )

/** What stands against a row as it stands under its headings, before any cell of it is read. */
export const shapeFaults = (sheet: OpenSheet, headings: Headings, cells: readonly string[]): readonly Fault[] => {
  const width = headings.cells.findLastIndex(isFilled) + 1
  if (cells.findLastIndex(isFilled) >= width) return [shapeFault('ROW_LONGER', '')]
  if (sheet.kind !== 'csv') return []
  if (sheet.encoding === 'gb18030' && isMixedEncoding(cells)) return [shapeFault('ROW_ENCODING', '')]
  if (hasSwallowed(cells, sheet.delimiter ?? ',', width)) return [shapeFault('ROW_QUOTES', '')]
  if (sheet.delimiter === ',' && isCutAmount(headings, cells)) return [shapeFault('ROW_COMMA', '')]
  const cut = [...headings.columns].find(([column, at]) => column.needed && !column.mayBeEmpty && at >= cells.length)
  return cut ? [shapeFault('ROW_SHORTER', cut[0].to[0]!)] : []
}
