import { z } from 'zod'
import { type EventDefinition, marksOf } from './define-event.ts'
import { kindOf, type ValueKind } from './values/value-kinds.ts'

/** A JSON Schema as plain data. */
export type JsonSchema = Record<string, unknown>

/** Patterns of values whose full check (calendar, check character) JSON Schema cannot say. */
const personIdPattern = '^1[a-z2-7]{26}$'
const patterns: Partial<Record<ValueKind['kind'], string>> = {
  citizenNumber: '^[1-8]\\d{16}[\\dX]$',
  uscc: '^[0-9A-HJ-NPQRTUWXY]{18}$',
  day: '^\\d{4}-\\d{2}-\\d{2}$',
  partialDate: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  instant: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
}
const formats: Partial<Record<ValueKind['kind'], string>> = { day: 'date', instant: 'date-time' }

/** What a value means, said in JSON Schema: a pattern and format where there is one, and marks that begin with `x-`. */
const annotationsOf = (kind: ValueKind): JsonSchema => ({
  ...(patterns[kind.kind] ? { pattern: patterns[kind.kind] } : {}),
  ...(formats[kind.kind] ? { format: formats[kind.kind] } : {}),
  'x-kind': kind.kind,
  ...(kind.kind === 'code' ? { 'x-code-list': kind.list, 'x-labels-en': kind.labels } : {}),
  ...(kind.kind === 'reference' ? { 'x-references': kind.category } : {}),
})

/** How the hub writes a value that it has put an id in the place of; undefined for values that stay as sent. */
const asStored = (kind: ValueKind): JsonSchema | undefined => {
  if (kind.kind === 'person')
    return {
      type: 'object',
      properties: { personId: { type: 'string', pattern: personIdPattern } },
      required: ['personId'],
      additionalProperties: false,
      'x-kind': 'person',
    }
  if (kind.kind === 'reference') return { type: 'string', pattern: `^${kind.category}-`, ...annotationsOf(kind) }
  return undefined
}

const replaceWith = (target: JsonSchema, source: JsonSchema) => {
  for (const key of Object.keys(target)) delete target[key]
  Object.assign(target, source)
}

type Form = { target: 'draft-2020-12' | 'draft-07'; stored: boolean }

const convert = (data: z.ZodObject, { target, stored }: Form): JsonSchema =>
  z.toJSONSchema(data, {
    target,
    io: 'input',
    // A check that JSON Schema cannot say (a check character, a real date) is left to the intake.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const kind = kindOf(zodSchema as unknown as z.ZodType)
      if (!kind) return
      const replaced = stored ? asStored(kind) : undefined
      if (replaced) replaceWith(jsonSchema as JsonSchema, replaced)
      else Object.assign(jsonSchema, annotationsOf(kind))
    },
  }) as JsonSchema

/**
 * Data schema and example of a type in one of its versions.
 * @throws {RangeError} when the type has no such version
 */
const versionOf = (definition: EventDefinition, version: number) => {
  const found =
    version === definition.version ? definition : definition.earlier.find((earlier) => earlier.version === version)
  if (!found) throw new RangeError(`${definition.department}.${definition.name} has no version ${version}`)
  const data = found.data as unknown as z.ZodObject
  return { data, example: found.example, marks: marksOf(data.shape), type: typeOf(definition, version) }
}

/** `<department>.<Name>.v<version>` of any version. */
export const typeOf = (definition: EventDefinition, version: number): string =>
  `${definition.department}.${definition.name}.v${version}`

/** Every version of a type, oldest first. */
export const versionsOf = (definition: EventDefinition): readonly number[] =>
  [...definition.earlier.map((earlier) => earlier.version), definition.version].sort((one, other) => one - other)

const wordsOf = (definition: EventDefinition) => ({
  title: `${definition.titleZh} ${definition.titleEn}`,
  description: `${definition.descriptionZh}\n${definition.descriptionEn}`,
})

/**
 * The JSON Schema (2020-12) of an event's data as a department submits it. `x-personal` marks the fields that are
 * sealed, with `of` where another field says whom they describe; `x-stream-field` names the field that names the stream.
 * @throws {RangeError} when the type has no such version
 */
export const jsonSchemaOf = (definition: EventDefinition, version = definition.version): JsonSchema => {
  const { data, example, marks, type } = versionOf(definition, version)
  const { $schema, ...schema } = convert(data, { target: 'draft-2020-12', stored: false })
  const properties = schema.properties as Record<string, JsonSchema>
  for (const { field, of } of marks.personalFields)
    properties[field] = { ...properties[field], 'x-personal': of === undefined ? true : { of } }
  return {
    $schema,
    $id: `urn:veterans-hub:schema:${type}`,
    ...wordsOf(definition),
    'x-type': type,
    'x-stream-category': definition.category,
    ...(definition.streamField === undefined ? {} : { 'x-stream-field': definition.streamField }),
    ...(version === definition.version ? {} : { deprecated: true }),
    ...schema,
    examples: [example],
  }
}

/** One box a person described; see FORMAT 'Sealing'. */
const sealedSchema: JsonSchema = {
  type: 'array',
  description: 'The personal fields, one box for each person described.',
  items: {
    type: 'object',
    properties: { of: { type: 'string', pattern: personIdPattern }, box: { type: 'string' } },
    required: ['of', 'box'],
    additionalProperties: false,
  },
}

/**
 * The JSON Schema (draft 7, as AsyncAPI reads it) of an event's data as it stands on the topic: personal fields moved
 * into `sealed`, persons by id, other streams by name.
 * @throws {RangeError} when the type has no such version
 */
export const storedJsonSchemaOf = (definition: EventDefinition, version = definition.version): JsonSchema => {
  const { data, marks } = versionOf(definition, version)
  const { $schema: _, ...schema } = convert(data, { target: 'draft-07', stored: true })
  const moved = new Set(marks.personalFields.map(({ field }) => field))
  const open = Object.entries(schema.properties as Record<string, JsonSchema>).filter(([field]) => !moved.has(field))
  const required = (schema.required as string[] | undefined)?.filter((field) => !moved.has(field)) ?? []
  return {
    ...schema,
    properties: { ...Object.fromEntries(open), ...(moved.size > 0 ? { sealed: sealedSchema } : {}) },
    ...(required.length > 0 ? { required } : {}),
  }
}
