import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { departments } from '@hub/schemas/department.ts'

const fieldsOf = (definition: EventDefinition) => {
  const sealed = new Set(definition.personalFields.map((mark) => mark.field))
  const all = Object.keys(definition.data.shape)
  return { open: all.filter((field) => !sealed.has(field)), sealed: all.filter((field) => sealed.has(field)) }
}

/** The catalogue as data: one row a type, its open and its sealed fields. */
export const catalogueRows = () =>
  catalogue.map((definition) => ({
    type: definition.type,
    department: definition.department,
    titleZh: definition.titleZh,
    titleEn: definition.titleEn,
    stream: `${definition.category}-…`,
    earlierVersions: definition.earlier.map((earlier) => earlier.version),
    ...fieldsOf(definition),
  }))

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
