import type { CheckedRow } from '@hub/intake/sheet/check-rows.ts'
import type { Headings } from '@hub/intake/sheet/find-headings.ts'
import type { OpenSheet } from '@hub/intake/sheet/open-sheet.ts'
import { type SkippedKind, skippedCatalogue } from '@hub/intake/sheet/other-rows.ts'
import type { HeadingLine, SkippedLine } from '@hub/intake/sheet/read-sheet.ts'

type Tally = { count: number; firstRow: number }

/** How a sheet was read: what was recognised as its headings, and the rows that are none of the data. */
export type Reading = {
  headings: Headings | undefined
  skipped: Map<SkippedKind, Tally>
  hidden: Tally
}

export const newReading = (): Reading => ({
  headings: undefined,
  skipped: new Map(),
  hidden: { count: 0, firstRow: 0 },
})

/** Counts a line of a sheet. */
export const countLine = (reading: Reading, line: HeadingLine | SkippedLine | CheckedRow): void => {
  if (line.kind === 'headings') reading.headings = line.headings
  else if (line.kind === 'skipped') {
    const tally = reading.skipped.get(line.why)
    if (tally) tally.count++
    else reading.skipped.set(line.why, { count: 1, firstRow: line.row })
  } else if (line.hidden) {
    if (reading.hidden.count++ === 0) reading.hidden.firstRow = line.row
  }
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': '逗号 comma',
  '\t': '制表符 tab',
  ';': '分号 semicolon',
}

const fileText = ({ kind, encoding, delimiter, sheet }: OpenSheet) =>
  kind === 'csv'
    ? `${encoding?.toUpperCase()}, ${delimiterNames[delimiter ?? ''] ?? delimiter}`
    : `.${kind}, 工作表 sheet “${sheet}”`

const headingLines = ({ firstRow, row, cells: written, columns, hidden, units }: Headings): string[] => {
  // A heading may be written over several lines.
  const cells = written.map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
  const read = new Map([...columns].map(([column, at]) => [at, column]))
  const named = [...columns].map(([column, at]) => {
    const heading = cells[at]!
    return heading === column.headings[0] ? heading : `${column.headings[0]} ← “${heading}”`
  })
  const unread = cells.flatMap((cell, at) => (cell === '' || read.has(at) ? [] : [cell]))
  const inOther = [...units].filter(([, unit]) => unit.places !== 0)
  return [
    `  headings（标题行）: ${firstRow === row ? `row ${row}` : `rows ${firstRow}–${row}`}: ${named.join('、')}`,
    ...inOther.map(
      ([column, { zh, places }]) =>
        `  ${column.headings[0]}: 单位${zh}，按 1 ${zh} = ${places > 0 ? 10 ** places : `1/${10 ** -places}`} 元换算 · amounts in ${zh}, read as yuan`,
    ),
    ...(hidden.length > 0
      ? [
          `  隐藏列也已读取 · hidden columns are read too: ${hidden.map(({ headings: [heading] }) => heading).join('、')}`,
        ]
      : []),
    ...(unread.length > 0 ? [`  columns not read（未读取的列）: ${unread.join('、')}`] : []),
  ]
}

/** How a sheet was read, in words. Of the rows nothing is in it but how many there are. */
export const readingText = (sheet: OpenSheet, { headings, skipped, hidden }: Reading): string[] => [
  `Read（读取）: ${fileText(sheet)}`,
  ...(headings ? headingLines(headings) : []),
  ...sheet.notes.map(({ zh, en }) => `  ${zh} · ${en}`),
  ...[...skipped]
    .filter(([why]) => why !== 'blank')
    .map(([why, { count, firstRow }]) => {
      const [en, zh] = skippedCatalogue[why]
      return `  skipped（跳过）: ${count} × ${zh} · ${en} (first in row ${firstRow})`
    }),
  ...(hidden.count > 0
    ? [`  ${hidden.count} 个隐藏行也已读取 · hidden rows are read too (first in row ${hidden.firstRow})`]
    : []),
]
