import { catalogue } from './catalogue.ts'
import type { EventDefinition, OpenField } from './define-event.ts'
import { type NumberKind, numberKinds } from './number-kinds.ts'
import { openCategories } from './open-categories.ts'
import type { OpenForm } from './open-field.ts'

/** Why a field lies open: figures that need it, or a reason in words. */
export type Open = { field: string; as?: OpenForm; figures?: readonly string[]; reason?: { zh: string; en: string } }

const ofTheStream = { zh: '所属流的名称，本就在外', en: 'the name of the stream, which stands beside it' }

const tellingApart = (of: NumberKind) => ({
  zh: `用于核对${numberKinds[of].zh}，不可读`,
  en: `tells ${numberKinds[of].en} apart, unread`,
})

const openOf = ({ field, figures, as }: OpenField): Open => ({
  field,
  ...(as ? { as } : {}),
  ...(figures.length > 0 ? { figures } : { reason: as?.form === 'token' ? tellingApart(as.of) : ofTheStream }),
})

const fieldsOf = ({ personField, sealedFields, openFields, data, category }: EventDefinition) =>
  personField === undefined
    ? { open: Object.keys(data.shape).map((field): Open => ({ field, reason: openCategories[category]! })), sealed: [] }
    : {
        open: openFields.map(openOf),
        sealed: sealedFields.map(({ field, ofAnother }) => ({
          field,
          of: ofAnother ? `${field}.person` : personField,
        })),
      }

const own = ({ time, thing, personPaths, eventPaths, law, judgedBy }: EventDefinition) => ({
  ...(time ? { time } : {}),
  ...(thing ? { thing } : {}),
  persons: personPaths,
  events: eventPaths,
  law: law.map(({ key }) => key),
  ...(judgedBy ? { judgedBy } : {}),
})

/**
 * The catalogue as data: a row a type, with its own time, what it speaks of, which fields name persons and other events,
 * the law it rests on, what of it lies open and why, and what is sealed and for whom.
 */
export const catalogueRows = () =>
  catalogue.map((definition) => ({
    type: definition.type,
    department: definition.department,
    titleZh: definition.titleZh,
    titleEn: definition.titleEn,
    stream: `${definition.category}-…`,
    earlierVersions: definition.earlier.map((earlier) => earlier.version),
    ...own(definition),
    ...fieldsOf(definition),
  }))

/** A row of the catalogue. */
export type CatalogueRow = ReturnType<typeof catalogueRows>[number]
