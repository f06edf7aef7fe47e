import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import { headingOf } from '@hub/intake/sheet/recognise-headings.ts'
import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { stringify } from 'csv-stringify/sync'
import { writePrivately } from './private-file.ts'

/** The two columns that are added to rows that were refused, and to rows in which something is rare: what it is, what to do. */
export const refusedHeadings = ['错误原因', '如何修改'] as const
export const noticedHeadings = ['提示', '如何核对'] as const
const added: readonly string[] = [...refusedHeadings, ...noticedHeadings]

const formula = /^\s*[=+\-@\t\r＝＋－＠]/
/** What a spreadsheet would damage once more: long numbers, and zeros in front. */
const damageable = /^(\d{12,}[Xx]?|0\d+)$/

/**
 * A cell that a spreadsheet takes for the text it is: never run as a formula, never turned into a number. The reading
 * of a sheet takes the mark off again.
 */
export const guardedCell = (cell: string): string => (formula.test(cell) || damageable.test(cell) ? `'${cell}` : cell)

const reasonsOf = (faults: readonly Fault[], format: SheetFormat, headings: readonly string[]): [string, string] => [
  faults
    .map((fault) => {
      const heading = headingOf(format, fault.pointer, headings)
      return heading === undefined ? fault.messageZh : `${heading}：${fault.messageZh}`
    })
    .join('；'),
  [...new Set(faults.map((fault) => fault.whatToDoZh))].join(' '),
]

/**
 * Writes the rows of which something is to be told as they were, with two columns added, as UTF-8 with BOM (so that Excel
 * reads it), and readable by its owner alone: it holds personal data as the sheet does.
 * @throws {FileUnwritable}
 */
export const writeToldRows = (
  to: string,
  { sheet, format, options }: CheckRowsContext,
  toldOf: (row: number) => readonly Fault[] | undefined,
  addedHeadings: readonly [string, string],
): Promise<void> =>
  writePrivately(to, async (write) => {
    let headings: readonly string[] = []
    let kept: readonly number[] = []
    const line = (cells: readonly string[], told: readonly string[]) =>
      stringify([[...kept.map((at) => cells[at] ?? ''), ...told].map(guardedCell)], { record_delimiter: '\r\n' })
    await write('\uFEFF')
    for await (const one of readSheet(sheet, format, options)) {
      if (one.kind === 'headings') {
        headings = one.cells
        // A file of such rows that is sent again has the two columns already.
        kept = one.cells.flatMap((cell, at) => (added.includes(cell) ? [] : [at]))
        await write(line(one.cells, addedHeadings))
        continue
      }
      const faults = toldOf(one.row)
      if (!faults) continue
      // Cells beyond the headings stand behind all others, so that the row is not taken before somebody has put it right.
      await write(line(one.cells, [...reasonsOf(faults, format, headings), ...one.cells.slice(headings.length)]))
    }
  })
