import type { Fault } from '@hub/runtime/problem.ts'
import { checkSubmission, noKeys } from '../check-submission.ts'
import type { Checks } from '../fault.ts'
import { betweenRows } from './between-rows.ts'
import type { OpenSheet } from './open-sheet.ts'
import { type HeadingLine, readSheet, type SkippedLine } from './read-sheet.ts'
import type { Repair } from './repair.ts'
import type { SheetFormat, SheetOptions } from './sheet-format.ts'

/** A row that says something, checked as the intake will check it. */
export type CheckedRow = {
  kind: 'good' | 'refused'
  row: number
  /** Whether the row is hidden in its workbook. */
  hidden: boolean
  cells: readonly string[]
  repairs: readonly Repair[]
  /** The CloudEvent, for a row that nothing speaks against. */
  event: Record<string, unknown> | undefined
  faults: readonly Fault[]
  /** What is rare in a good row, by itself and beside those before it. */
  notices: readonly Fault[]
  /** The period that the row's id has got, where its number only counts rows. */
  period?: string
}

export type CheckRowsContext = {
  sheet: OpenSheet
  format: SheetFormat
  checks: Checks
  options: SheetOptions
  /** Now, in ms. */
  now: number
}

/**
 * The headings and every row of a sheet, checked without a key and without the hub.
 * @throws {SheetUnreadable}
 */
export async function* checkRows(context: CheckRowsContext): AsyncGenerator<HeadingLine | SkippedLine | CheckedRow> {
  const { sheet, format, checks, options, now } = context
  const besideEarlier = betweenRows(format.type)
  for await (const line of readSheet(sheet, format, options)) {
    if (line.kind !== 'said') {
      yield line
      continue
    }
    const { row, cells, hidden, said } = line
    const { repairs } = said
    if ('faults' in said) {
      yield { kind: 'refused', row, cells, hidden, repairs, event: undefined, faults: said.faults, notices: [] }
      continue
    }
    const checked = checkSubmission(said.event, { department: format.department, checks, hubKeys: noKeys, now })
    yield 'faults' in checked
      ? { kind: 'refused', row, cells, hidden, repairs, event: undefined, faults: checked.faults, notices: [] }
      : {
          kind: 'good',
          row,
          cells,
          hidden,
          repairs,
          event: said.event,
          faults: [],
          notices: [...checked.notices, ...besideEarlier(said.event)],
          ...(said.period === undefined ? {} : { period: said.period }),
        }
  }
}
