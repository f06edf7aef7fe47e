import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { departments } from '@hub/schemas/department.ts'

/** The catalogue for a terminal: a paragraph a department, two lines a type. */
export const catalogueText = (): string => {
  const rows = catalogueRows()
  return Object.entries(departments)
    .map(([key, department]) => {
      const own = rows.filter((row) => row.department === key)
      const lines = own.map(
        (row) =>
          `  ${row.type}  ${row.titleZh} ${row.titleEn}  [${row.stream}]\n` +
          `      open:   ${row.open.join(' ')}${row.sealed.length > 0 ? `\n      sealed: ${row.sealed.join(' ')}` : ''}`,
      )
      return `${key} ${department.titleZh} (${own.length} types)\n${lines.join('\n')}`
    })
    .join('\n\n')
}
