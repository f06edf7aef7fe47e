import { fileURLToPath } from 'node:url'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { checkRows } from '@hub/intake/sheet/check-rows.ts'
import { openSheet } from '@hub/intake/sheet/open-sheet.ts'
import { SheetUnreadable, unreadableText } from '@hub/intake/sheet/sheet-refusals.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'

/** What is said of a row: where, and what (a pattern on the words of both languages). */
export type Said = { at?: string; says: RegExp }

/** What is right for a sheet. */
export type Right =
  /** These rows are taken, with these values by pointer; `told` is what the dry run says beside. */
  | { rows: readonly Readonly<Record<string, unknown>>[]; told?: readonly RegExp[] }
  /** The first row is refused, for one reason or another. */
  | { refused: readonly Said[] }
  /** No row is read. */
  | { unreadable: RegExp }

export type SheetCase = {
  file: string
  department: SubmittingDepartment
  case: string
  right: Right
}

/** What the hub made of a sheet, without sending anything. */
export type SheetRead = {
  rows: readonly { values: Record<string, unknown> | undefined; faults: readonly Fault[] }[]
  /** What it says beside the rows: repairs and notices. */
  told: string
  unreadable: string | undefined
}

/** Where the files of the cases are. */
export const caseFile = (file: string): string => fileURLToPath(new URL(`../submissions/${file}`, import.meta.url))

/** The moment at which the cases are read, in ms: later than every day in them that has come. */
export const casesReadAt = Date.parse('2026-11-01T04:00:00Z')

/** Reads a sheet as `hub submit` does before it sends. */
export const readCase = async (file: string, department: SubmittingDepartment): Promise<SheetRead> => {
  const { format, checks } = sheetFormats[department]
  const rows: SheetRead['rows'][number][] = []
  const told: string[] = []
  try {
    const path = caseFile(file)
    const context = { sheet: await openSheet(path, format), format, checks, options: {}, now: casesReadAt }
    for await (const line of checkRows(context)) {
      if (line.kind === 'headings' || line.kind === 'skipped') continue
      told.push(...line.repairs, ...line.notices.map(({ message, messageZh }) => `${message} ${messageZh}`))
      // The dry run names the periods in the ids of rows that are only counted.
      if (line.period !== undefined) told.push(line.period)
      rows.push({ values: line.event, faults: line.faults })
    }
    return { rows, told: told.join('\n'), unreadable: undefined }
  } catch (error) {
    if (!(error instanceof SheetUnreadable)) throw error
    return { rows, told: told.join('\n'), unreadable: unreadableText(error) }
  }
}
