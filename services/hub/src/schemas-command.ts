import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { departments } from '@hub/schemas/department.ts'
import { openFieldText, whyOpenText } from './open-words.ts'

type Row = ReturnType<typeof catalogueRows>[number]

/** What lies open and why, and what is sealed and for whom: a line for each reason and each person. */
const linesOf = ({ open, sealed }: Row): string =>
  [
    ...[...Map.groupBy(open, whyOpenText)].map(
      ([why, fields]) => `公开 open:   ${fields.map(openFieldText).join(' ')} ← ${why}`,
    ),
    ...[...Map.groupBy(sealed, ({ of }) => of)].map(
      ([of, fields]) => `加密 sealed: ${fields.map(({ field }) => field).join(' ')} → ${of}`,
    ),
  ]
    .map((line) => `\n      ${line}`)
    .join('')

/** The catalogue for a terminal: a paragraph a department, a few lines a type. */
export const catalogueText = (): string => {
  const rows = catalogueRows()
  return Object.entries(departments)
    .map(([key, department]) => {
      const own = rows.filter((row) => row.department === key)
      const lines = own.map((row) => `  ${row.type}  ${row.titleZh} ${row.titleEn}  [${row.stream}]${linesOf(row)}`)
      return `${key} ${department.titleZh} (${own.length} types)\n${lines.join('\n')}`
    })
    .join('\n\n')
}
