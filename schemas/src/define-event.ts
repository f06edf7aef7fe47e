import { z } from 'zod'
import type { Department } from './department.ts'
import type { LegalRule } from './law/legal-rule.ts'
import { namedIn, referencesIn } from './named-in.ts'
import { type OpenForm, openMarkOf } from './open-field.ts'
import type { OwnTime } from './own-time.ts'
import type { Rule } from './rules/rule.ts'
import type { Thing } from './thing.ts'
import { codeList } from './values/code-list.ts'
import { day } from './values/day.ts'
import { person } from './values/person.ts'
import { regionCode } from './values/region-code.ts'
import { kindOf } from './values/value-kinds.ts'

/** In whose hands an act lay; one official never in two of them for the same payment. */
export const duty = codeList('duty', { 经办: 'prepares', 复核: 'checks', 审批: 'approves' })

/** Who asserted a fact that one of the four departments hands over. */
export const assertedFrom = codeList('assertedFrom', {
  公安: 'police',
  教育: 'education',
  医保: 'medical insurance',
  卫健: 'health',
  人武部: 'military department',
  法院: 'court',
  检察院: 'procuratorate',
  军队: 'armed forces',
  司法行政: 'judicial administration (prisons, community correction)',
  残联: "disabled persons' federation",
  市场监管: 'market regulation',
  税务: 'taxation',
  住建: 'housing',
  信访: 'petitions',
  省厅: 'provincial department',
})

/** What every payload carries beside its own fields. */
export const commonFields = {
  region: regionCode,
  handledBy: z
    .array(z.strictObject({ officialId: z.string().min(1).max(40), duty }))
    .min(1)
    .max(9),
  documentNo: z.string().min(1).max(80).optional(),
  legalBasis: z.string().min(1).max(200).optional(),
  effectiveFrom: day.optional(),
  assertedFrom: assertedFrom.optional(),
}

/** The stream that a type belongs to: a person's, or that of the id in the field `<category>Id`. */
export type StreamCategory = string

/** A field of a person's event that lies open, wholly or in a form, and the figures that need it. */
export type OpenField = {
  field: string
  /**
   * Keys of figures; none for a number that tells things apart, and for the field that names the stream, which stands
   * beside the event anyway.
   */
  figures: readonly string[]
  /** Missing where the whole value lies open. */
  as?: OpenForm
}

/** A field of a person's event that goes into the box. */
export type SealedField = {
  field: string
  /** Whether it describes another person, whom it names, where it does name one. */
  ofAnother: boolean
}

/** How the hub treats the fields of a payload: which name a person, are sealed, lie open, or name other streams. */
export type Marks = {
  /** The field that names whom the event speaks of; undefined for a type that speaks of nobody. */
  personField: string | undefined
  /** Top-level fields that are sealed where a person is named: all that are not open, and those of which a form is. */
  sealedFields: readonly SealedField[]
  /** Top-level fields that stay open where a person is named. */
  openFields: readonly OpenField[]
  /** Fields that name other streams, those inside an object by their path: `relatedPerson.martyrId`. */
  references: readonly { field: string; category: string }[]
  /** Paths of all that names a person, `person` among them: `spouse.person`, `attendees[].person`. */
  personPaths: readonly string[]
  /** Paths of all that names another event by its id. */
  eventPaths: readonly string[]
}

/** An older version of a type: what was accepted then, and how it reads today. */
export type EarlierVersion = Marks & {
  version: number
  /** Strict schema of the data as it was submitted then. */
  data: z.ZodObject
  example: Record<string, unknown>
  /** What this version says, where today's words would tell something else. */
  descriptionZh?: string
  descriptionEn?: string
  /** The data of the next version; pure. It is given whole data only: what is not opened is not read as another version. */
  upcast: (data: Record<string, unknown>) => Record<string, unknown>
}

export type EventDefinition<
  D extends Department = Department,
  N extends string = string,
  Shape extends z.core.$ZodLooseShape = z.core.$ZodLooseShape,
  V extends number = number,
> = Marks & {
  department: D
  name: N
  /** The version that is written today. */
  version: V
  /** `<department>.<Name>.v<version>` of today's version. */
  type: `${D}.${N}.v${V}`
  titleZh: string
  titleEn: string
  descriptionZh: string
  descriptionEn: string
  category: StreamCategory
  /** The field that names the stream: `person`, or `<category>Id`; undefined for FactRetracted and the hub's own. */
  streamField: string | undefined
  /** When it is so in the world, by its own fields. */
  time?: OwnTime
  /** What it speaks of. */
  thing?: Thing
  /** What its own fields have to do with each other, beside what follows from what they mean: `rulesOf` has both. */
  rules?: readonly Rule[]
  /** On which questions of law it rests. */
  law: readonly LegalRule[]
  /** Fields with the day whose law decides, the first that is there; missing where it is that from which it is so. */
  judgedBy?: readonly string[]
  /** The event's own fields with the common ones, strict. */
  data: z.ZodObject<Shape, z.core.$strict>
  example: Record<string, unknown>
  /** The envelope's time of the example, where not just any will do. */
  exampleTime?: string
  earlier: readonly EarlierVersion[]
}

/** An older version as it is declared. */
type EarlierDeclaration = Omit<EarlierVersion, keyof Marks>

type Declaration<
  D extends Department,
  N extends string,
  Own extends z.core.$ZodLooseShape,
  V extends number,
  C extends StreamCategory,
> = {
  department: D
  name: N
  /** Default 1. */
  version?: V
  titleZh: string
  titleEn: string
  descriptionZh: string
  descriptionEn: string
  time?: OwnTime
  thing?: Thing
  rules?: readonly Rule[]
  law?: readonly LegalRule[]
  judgedBy?: readonly string[]
  /** Default `person`. */
  category?: C
  /** Default `person` for the category `person`, else `<category>Id`; null where the event says it otherwise. */
  streamField?: string | null
  /** The event's own fields. For a person's stream `person` is added. */
  data: Own
  example: Record<string, unknown>
  exampleTime?: string
  /** Keys of the figures that count a person's event by its being there: its county lies open for them. */
  countedBy?: readonly string[]
  earlier?: readonly EarlierDeclaration[]
}

const personField = { person }
/** What a payload has beside its own fields, by the category of its stream. */
type PersonFieldOf<C extends StreamCategory> = [C] extends ['person'] ? typeof personField : unknown

type Fields = readonly (readonly [string, z.ZodType])[]

/** The field that names whom a payload speaks of: `person` where there is one, else the first that holds a person. */
const personFieldOf = (fields: Fields): string | undefined => {
  const persons = fields.filter(([, schema]) => kindOf(schema)?.kind === 'person').map(([field]) => field)
  return persons.includes('person') ? 'person' : persons[0]
}

type Reasons = { streamField: string | undefined; countedBy: readonly string[] }

const openFieldsOf = (fields: Fields, { streamField, countedBy }: Reasons): OpenField[] =>
  fields.flatMap(([field, schema]): OpenField[] => {
    const mark = openMarkOf(schema)
    if (mark) return [{ field, ...mark }]
    if (field === 'region' && countedBy.length > 0) return [{ field, figures: countedBy, as: { form: 'county' } }]
    return field === streamField ? [{ field, figures: [] }] : []
  })

/** Which top-level fields of a data schema are sealed, and which lie open or name other streams. */
export const marksOf = (shape: z.core.$ZodLooseShape, reasons: Reasons): Marks => {
  const fields = Object.entries(shape) as [string, z.ZodType][]
  const personField = personFieldOf(fields)
  const openFields =
    personField === undefined ? [] : openFieldsOf(fields, reasons).filter(({ field }) => field !== personField)
  const whollyOpen = new Set(openFields.filter(({ as }) => as === undefined).map(({ field }) => field))
  return {
    personField,
    openFields,
    sealedFields:
      personField === undefined
        ? []
        : fields
            .filter(([field]) => !whollyOpen.has(field))
            .map(([field, schema]) => ({ field, ofAnother: kindOf(schema)?.kind === 'relatedPerson' })),
    references: referencesIn(shape),
    personPaths: namedIn(shape, 'person'),
    eventPaths: namedIn(shape, 'event'),
  }
}

/**
 * Defines one event type. Everything else (catalogue, JSON Schema, AsyncAPI, GraphQL type, docs) comes from it.
 *
 * @example
 * export const CremationRegistered = defineEvent({
 *   department: 'civil-affairs', name: 'CremationRegistered', titleZh: '火化登记', titleEn: 'Cremation registered',
 *   descriptionZh: '…', descriptionEn: '…',
 *   data: { crematedOn: day, funeralHome: z.string().min(1).max(100) },
 *   example: { person: { citizenNumber: '…' }, region: '430302', handledBy: […], crematedOn: '2025-03-04', … },
 * })
 */
export const defineEvent = <
  const D extends Department,
  const N extends string,
  Own extends z.core.$ZodLooseShape,
  const V extends number = 1,
  const C extends StreamCategory = 'person',
>(
  declaration: Declaration<D, N, Own, V, C>,
): EventDefinition<D, N, typeof commonFields & PersonFieldOf<C> & Own, V> => {
  const version = declaration.version ?? (1 as V)
  const category = declaration.category ?? 'person'
  const streamField =
    declaration.streamField === null
      ? undefined
      : (declaration.streamField ?? (category === 'person' ? 'person' : `${category}Id`))
  const own: z.core.$ZodLooseShape = category === 'person' ? { person, ...declaration.data } : declaration.data
  const shape = declaration.department === 'hub' ? declaration.data : { ...commonFields, ...own }
  const reasons = { streamField, countedBy: declaration.countedBy ?? [] }
  return {
    department: declaration.department,
    name: declaration.name,
    version,
    type: `${declaration.department}.${declaration.name}.v${version}`,
    titleZh: declaration.titleZh,
    titleEn: declaration.titleEn,
    descriptionZh: declaration.descriptionZh,
    descriptionEn: declaration.descriptionEn,
    category,
    streamField,
    ...(declaration.time ? { time: declaration.time } : {}),
    ...(declaration.thing ? { thing: declaration.thing } : {}),
    ...(declaration.rules ? { rules: declaration.rules } : {}),
    law: declaration.law ?? [],
    ...(declaration.judgedBy ? { judgedBy: declaration.judgedBy } : {}),
    data: z.strictObject(shape) as never,
    example: declaration.example,
    ...(declaration.exampleTime ? { exampleTime: declaration.exampleTime } : {}),
    earlier: (declaration.earlier ?? []).map((earlier) => ({ ...earlier, ...marksOf(earlier.data.shape, reasons) })),
    ...marksOf(shape, reasons),
  }
}

/** An older version of a department's type: its own fields get `person` (unless another stream) and the common fields as today's have. */
export const earlierVersion = (declaration: {
  version: number
  category?: StreamCategory
  data: z.core.$ZodLooseShape
  example: Record<string, unknown>
  upcast: EarlierVersion['upcast']
  descriptionZh?: string
  descriptionEn?: string
}): EarlierDeclaration => {
  const own = (declaration.category ?? 'person') === 'person' ? personField : {}
  const shape = { ...commonFields, ...own, ...declaration.data }
  const { category: _category, ...others } = declaration
  return { ...others, data: z.strictObject(shape) }
}

/** The data of an event type as read back: persons are ids; sealed fields are there where they could be opened. */
export type DataOf<Definition extends EventDefinition> = z.output<Definition['data']>
