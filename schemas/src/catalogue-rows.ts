import { catalogue } from './catalogue.ts'
import type { EventDefinition } from './define-event.ts'

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
