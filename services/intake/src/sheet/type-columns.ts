import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { kindOf } from '@hub/schemas/values/value-kinds.ts'
import { z } from 'zod'
import { headingsOf, type Place, placeIn, placeOfMember } from './field-headings.ts'
import type { Column } from './sheet-format.ts'
import { cellOf, literalsOf, wordsCell } from './type-cell.ts'

type Spot = { place: Place; pointer: string; needed: boolean }
type Field = readonly [field: string, schema: z.ZodType]

/** Most members of a list of objects that get columns, where the schema has no bound of its own. */
const mostMembers = 60

const mostOf = (schema: z.ZodArray): number => {
  const most = schema._zod.def.checks?.flatMap(({ _zod: { def } }) =>
    def.check === 'max_length' ? [(def as z.core.$ZodCheckMaxLengthDef).maximum] : [],
  )
  return Math.min(...(most ?? []), mostMembers)
}

const mayBeEmpty = (schema: z.ZodArray): boolean => schema.safeParse([]).success

const column = ({ place, pointer, needed }: Spot, cell: Column['cell']): Column => ({
  headings: headingsOf(place),
  cell,
  to: [pointer],
  ...(needed ? { needed } : {}),
})

const personWords = ['身份证号', 'citizen number'] as const

const withoutLastWord = (place: Place): Place => ({ ...place, zh: place.zh.slice(0, -1), en: place.en.slice(0, -1) })

const fieldsOf = (schema: z.ZodType): readonly Field[] =>
  schema instanceof z.ZodObject ? (Object.entries(schema.shape) as [string, z.ZodType][]) : []

/** The members of a choice between objects, as of one: what each may hold, and whether all of them need it. */
const merged = (options: readonly z.ZodType[]): readonly { field: string; schemas: readonly z.ZodType[] }[] => {
  const fields = [...new Set(options.flatMap((option) => fieldsOf(option).map(([field]) => field)))]
  return fields.map((field) => ({
    field,
    schemas: options.flatMap((option) =>
      fieldsOf(option).flatMap(([name, schema]) => (name === field ? [schema] : [])),
    ),
  }))
}

/** Names of organisations are 名称, those of persons 姓名. */
const organisationWords = ['名称', 'name'] as const

const wordsInside = (field: string, siblings: readonly string[]): readonly [string, string] | undefined =>
  field === 'name' && siblings.includes('uscc') ? organisationWords : undefined

const inside = (
  { place, pointer, needed }: Spot,
  field: string,
  isNeeded: boolean,
  siblings: readonly string[],
): Spot => ({
  place: placeIn(place, field, wordsInside(field, siblings)),
  pointer: `${pointer}/${field}`,
  needed: needed && isNeeded,
})

const ofObject = (spot: Spot, schema: z.ZodObject): readonly Column[] => {
  const fields = fieldsOf(schema)
  const siblings = fields.map(([field]) => field)
  return fields.flatMap(([field, member]) => columnsOf(inside(spot, field, true, siblings), field, member))
}

const ofChoice = (spot: Spot, options: readonly z.ZodType[]): readonly Column[] =>
  merged(options).flatMap(({ field, schemas }) => {
    const at = inside(spot, field, schemas.length === options.length, [])
    const words = schemas.flatMap(literalsOf)
    if (words.length > 0) return [column(at, wordsCell(words))]
    // A number that is a citizen number for one kind of document: it is read as one where it looks like one.
    if (schemas.some((schema) => kindOf(schema)?.kind === 'citizenNumber')) return [column(at, 'documentNumber')]
    return columnsOf(at, field, schemas[0]!)
  })

const ofList = (spot: Spot, field: string, schema: z.ZodArray): readonly Column[] => {
  const element = schema.element as z.ZodType
  const member = cellOf(field, element)
  if (member !== undefined)
    return [{ ...column(spot, { list: member }), ...(mayBeEmpty(schema) ? { mayBeEmpty: true } : {}) }]
  return Array.from({ length: mostOf(schema) }, (_, at) => {
    const place = placeOfMember(spot.place, at + 1)
    return columnsOf(
      { place, pointer: `${spot.pointer}/${at}`, needed: spot.needed && at === 0 && !mayBeEmpty(schema) },
      field,
      element,
    )
  }).flat()
}

/** The columns of a field: one of its own, or one for each of what is in it. */
const columnsOf = (spot: Spot, field: string, schema: z.ZodType): readonly Column[] => {
  if (schema instanceof z.ZodOptional) return columnsOf({ ...spot, needed: false }, field, schema.unwrap() as z.ZodType)
  const cell = cellOf(field, schema)
  if (cell !== undefined) return [column(spot, cell)]
  if (kindOf(schema)?.kind === 'person') {
    // 'The person's citizen number' is what everybody calls the citizen number.
    const named = field === 'person' ? withoutLastWord(spot.place) : spot.place
    const place = placeIn(named, 'citizenNumber', personWords)
    return [column({ ...spot, place, pointer: `${spot.pointer}/citizenNumber` }, 'citizenNumber')]
  }
  if (schema instanceof z.ZodArray) return ofList(spot, field, schema)
  if (schema instanceof z.ZodObject) return ofObject(spot, schema)
  if (schema instanceof z.ZodUnion) return ofChoice(spot, schema.options as z.ZodType[])
  throw new TypeError(`no column says what ${spot.place.type}${spot.pointer} holds`)
}

/** The columns of these fields of a type's payload, by its schema. */
export const typeColumns = (definition: EventDefinition, fields: readonly string[]): readonly Column[] => {
  const top: Place = { type: definition.name, path: '', numbered: '', zh: [], en: [] }
  return fields.flatMap((field) => {
    const schema = definition.data.shape[field] as z.ZodType
    const words = field === 'name' && definition.personField === undefined ? organisationWords : undefined
    return columnsOf({ place: placeIn(top, field, words), pointer: `/data/${field}`, needed: true }, field, schema)
  })
}

/** The lists that every event of a type has, and that may be empty: their pointers. */
export const emptyListsOf = ({ data }: EventDefinition): readonly string[] =>
  Object.entries(data.shape).flatMap(([field, schema]) =>
    schema instanceof z.ZodArray && mayBeEmpty(schema) ? [`/data/${field}`] : [],
  )
