import type { Fault } from '@hub/runtime/problem.ts'
import { inYuan, isMoney, yuan } from './amount-unit.ts'
import { type CellKind, readCell } from './cell.ts'
import { cellFault } from './cell-fault.ts'
import type { Headings } from './find-headings.ts'
import type { OpenSheet } from './open-sheet.ts'
import { shapeFault } from './shape-refusals.ts'
import type { Column } from './sheet-format.ts'
import type { CellType, SheetRow } from './sheet-row.ts'

/** Days from 1 January 1900 to that of 1904, as workbooks count them. */
const daysTo1904 = 1462

/** Columns whose cells are days, and those that may say yes or no. */
const days: readonly CellKind[] = ['day', 'month', 'partialDate', 'instant', 'moment']

const isOfDays = (kind: CellKind): boolean =>
  typeof kind === 'object' && 'list' in kind ? isOfDays(kind.list) : days.includes(kind)

/** Whether a column holds words of a list; a list has none for a day, so nothing else need be said of one there. */
const isOfCodes = (kind: CellKind) => kind === 'yesNo' || (typeof kind === 'object' && 'variants' in kind)

const typeFault = (column: Column, type: CellType, text: string): Fault | undefined => {
  const to = column.to[0]!
  if (type === 'error') return cellFault('CELL_ERROR', to)
  if (type === 'boolean') return isOfCodes(column.cell) ? undefined : shapeFault('CELL_BOOLEAN', to)
  if (type === 'scaled') return shapeFault('CELL_SCALED', to)
  if (type === 'number') {
    // A number of the workbook that ends in zeros from its 16th digit on has lost what stood there.
    if (/^\d{15}0+$/.test(text)) return cellFault('CELL_DIGITS_LOST', to)
    // What is longer than a spreadsheet keeps has lost its last digits, in a column of texts as in one of numbers.
    return column.cell === 'text' && text.includes('e+') ? cellFault('CELL_EXPONENT', to) : undefined
  }
  return isOfDays(column.cell) ? undefined : shapeFault('CELL_CODE_DAY', to)
}

/** An amount as yuan; its fault. Empty cells and those that are no amount at all are left to the reading of cells. */
const amountOf = (headings: Headings, column: Column, text: string): { text: string } | { fault: Fault } => {
  const unit = headings.units.get(column) ?? yuan
  const to = column.to[0]!
  if (unit === yuan && /\d\s*$/.test(text)) return { text }
  const read = readCell(column.cell, text)
  if ('value' in read && read.value === undefined) return { text }
  if (typeof column.cell === 'object') return unit === yuan ? { text } : { fault: shapeFault('CELL_OTHER_UNIT', to) }
  const amount = inYuan(text, unit)
  if ('yuan' in amount) return { text: unit === yuan ? text : amount.yuan }
  if (amount.fault === 'other unit') return { fault: shapeFault('CELL_OTHER_UNIT', to) }
  return unit === yuan || 'fault' in read ? { text } : { fault: cellFault('CELL_AMOUNT', to) }
}

/** The cells of a row as their columns take them: amounts in yuan, days counted from 1900; and the faults of others. */
export const cellsForColumns = (
  sheet: OpenSheet,
  headings: Headings,
  { cells, typed }: SheetRow,
): { cells: readonly string[]; faults: readonly Fault[] } => {
  const faults: Fault[] = []
  const read = [...cells]
  for (const [column, at] of headings.columns) {
    const text = cells[at]
    if (text === undefined) continue
    const type = typed?.[at]
    const fault = type && typeFault(column, type, text)
    if (fault) faults.push(fault)
    else if (isMoney(column.cell)) {
      const amount = amountOf(headings, column, text)
      if ('fault' in amount) faults.push(amount.fault)
      else read[at] = amount.text
    } else if (
      type === 'number' &&
      isOfDays(column.cell) &&
      sheet.daySystem === '1904' &&
      /^\d{5}(?:\.\d+)?$/.test(text)
    )
      read[at] = text.replace(/^\d+/, (days) => String(Number(days) + daysTo1904))
  }
  return { cells: read, faults }
}
