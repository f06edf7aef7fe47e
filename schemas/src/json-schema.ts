import { z } from 'zod'
import type { EventDefinition, Marks } from './define-event.ts'
import { fieldWordsOf } from './field-words/field-words.ts'
import { textPattern } from './format/text-faults.ts'
import type { OpenForm } from './open-field.ts'
import { rulesInSchema } from './rules/rules-in-schema.ts'
import { rulesOf } from './rules/rules-of.ts'
import { withPortablePatterns } from './schema-pattern.ts'
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

const withdrawnCodes = ({ codes }: Extract<ValueKind, { kind: 'code' }>) =>
  Object.entries(codes).flatMap(([code, { withdrawn }]) => (withdrawn === undefined ? [] : [[code, withdrawn]]))

const codeAnnotationsOf = (kind: Extract<ValueKind, { kind: 'code' }>): JsonSchema => {
  const withdrawn = withdrawnCodes(kind)
  return {
    'x-code-list': kind.list,
    ...(kind.standard === undefined ? {} : { 'x-standard': kind.standard }),
    'x-labels-en': Object.fromEntries(Object.entries(kind.codes).map(([code, { en }]) => [code, en])),
    ...(withdrawn.length > 0 ? { 'x-withdrawn': Object.fromEntries(withdrawn) } : {}),
  }
}

/** What a value means, said in JSON Schema: a pattern and format where there is one, and marks that begin with `x-`. */
const annotationsOf = (kind: ValueKind): JsonSchema => ({
  ...(patterns[kind.kind] ? { pattern: patterns[kind.kind] } : {}),
  ...(formats[kind.kind] ? { format: formats[kind.kind] } : {}),
  'x-kind': kind.kind,
  ...(kind.kind === 'code' ? codeAnnotationsOf(kind) : {}),
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

/** How a department writes a value that the hub reads in more forms; undefined for all others. */
const asSubmitted = (kind: ValueKind, { anyOf }: JsonSchema): JsonSchema | undefined => {
  // A person id is the hub's own: from outside a person is named by the citizen number alone.
  const [byNumber] = kind.kind === 'person' && Array.isArray(anyOf) ? (anyOf as readonly JsonSchema[]) : []
  return byNumber && { ...byNumber, ...annotationsOf(kind) }
}

const replaceWith = (target: JsonSchema, source: JsonSchema) => {
  for (const key of Object.keys(target)) delete target[key]
  Object.assign(target, source)
}

/** Whether a schema is that of a text which has no form of its own. */
const isPlainText = ({ type, pattern, format, enum: values, const: value }: JsonSchema, kind: ValueKind | undefined) =>
  type === 'string' &&
  [pattern, format, values, value].every((own) => own === undefined) &&
  (kind === undefined || kind.kind === 'reference')

type Form = { target: 'draft-2020-12' | 'draft-07'; stored: boolean }

const convert = (data: z.ZodObject, { target, stored }: Form): JsonSchema =>
  withPortablePatterns(
    z.toJSONSchema(data, {
      target,
      io: 'input',
      // A check that JSON Schema cannot say (a check character, a real date) is left to the intake.
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const kind = kindOf(zodSchema as unknown as z.ZodType)
        if (!stored && isPlainText(jsonSchema as JsonSchema, kind)) jsonSchema.pattern = textPattern
        if (!kind) return
        const replaced = stored ? asStored(kind) : asSubmitted(kind, jsonSchema as JsonSchema)
        if (replaced) replaceWith(jsonSchema as JsonSchema, replaced)
        else Object.assign(jsonSchema, annotationsOf(kind))
      },
    }),
  ) as JsonSchema

/**
 * Data schema and example of a type in one of its versions.
 * @throws {RangeError} when the type has no such version
 */
const versionOf = (definition: EventDefinition, version: number) => {
  const found =
    version === definition.version ? definition : definition.earlier.find((earlier) => earlier.version === version)
  if (!found) throw new RangeError(`${definition.department}.${definition.name} has no version ${version}`)
  const marks: Marks = found
  return {
    data: found.data as unknown as z.ZodObject,
    example: found.example,
    marks,
    type: typeOf(definition, version),
  }
}

/** `<department>.<Name>.v<version>` of any version. */
export const typeOf = (definition: EventDefinition, version: number): string =>
  `${definition.department}.${definition.name}.v${version}`

/** What generators of code call the data of a version: `FinancePaymentDisbursedV2`. */
export const schemaNameOf = ({ department, name }: EventDefinition, version: number): string =>
  `${department.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}${name}V${version}`

/** Every version of a type, oldest first. */
export const versionsOf = (definition: EventDefinition): readonly number[] =>
  [...definition.earlier.map((earlier) => earlier.version), definition.version].sort((one, other) => one - other)

/** What a version is called, and what it says: an older one in its own words, where it has some. */
const wordsOf = (definition: EventDefinition, version: number) => {
  const { descriptionZh = definition.descriptionZh, descriptionEn = definition.descriptionEn } =
    definition.earlier.find((earlier) => earlier.version === version) ?? {}
  return { title: `${definition.titleZh} ${definition.titleEn}`, description: `${descriptionZh}\n${descriptionEn}` }
}

/**
 * The JSON Schema (2020-12) of an event's data as a department submits it. `x-sealed` marks the fields that are sealed,
 * and for whom: `person`, whom the event speaks of, or `named`, another whom the field names. `x-open` marks what lies
 * open all the same, with the figures that need it and the form in which it does; `x-stream-field` names the field that
 * names the stream; `x-rules` says what fields have to do with each other.
 * @throws {RangeError} when the type has no such version
 */
export const jsonSchemaOf = (definition: EventDefinition, version = definition.version): JsonSchema => {
  const { data, example, marks, type } = versionOf(definition, version)
  const { $schema, ...schema } = convert(data, { target: 'draft-2020-12', stored: false })
  const properties = schema.properties as Record<string, JsonSchema>
  for (const [field, property] of Object.entries(properties)) {
    const words = fieldWordsOf(definition.name, field)
    if (words) properties[field] = { title: `${words.zh} ${words.en}`, ...property }
  }
  for (const { field, ofAnother } of marks.sealedFields)
    properties[field] = { ...properties[field], 'x-sealed': ofAnother ? 'named' : 'person' }
  for (const { field, ...why } of marks.openFields) properties[field] = { ...properties[field], 'x-open': why }
  return {
    $schema,
    $id: `urn:veterans-hub:schema:${type}`,
    ...wordsOf(definition, version),
    'x-type': type,
    'x-stream-category': definition.category,
    ...(definition.streamField === undefined ? {} : { 'x-stream-field': definition.streamField }),
    ...(definition.time ? { 'x-time': definition.time } : {}),
    ...(definition.thing ? { 'x-thing': definition.thing } : {}),
    'x-persons': marks.personPaths,
    'x-events': marks.eventPaths,
    ...(version === definition.version ? {} : { deprecated: true }),
    ...schema,
    // Older versions have other fields; what they say is looked at as today's version says it.
    ...(version === definition.version ? rulesInSchema(definition.name, rulesOf(definition)) : {}),
    examples: [example],
  }
}

/** The box of the person of whom an event speaks; see decision 001, 'Sealing'. */
const sealedSchema: JsonSchema = {
  type: 'object',
  description: 'What the event says of the person, sealed with their key; boxes for others whom it names are in it.',
  properties: { of: { type: 'string', pattern: personIdPattern }, box: { type: 'string' } },
  required: ['of', 'box'],
  additionalProperties: false,
}

const keyedHash: JsonSchema = { type: 'string', pattern: '^[a-z2-7]{26}$' }

/** The schema of what lies open of a field, made from the schema of its whole value. */
const schemaInForm = (whole: JsonSchema, as: OpenForm | undefined): JsonSchema => {
  if (as === undefined) return whole
  switch (as.form) {
    case 'county':
      return { type: 'string', pattern: '^[1-8][0-9]{5}$', 'x-kind': 'regionCode' }
    case 'only':
      return { enum: [...as.values] }
    case 'said':
      return { const: true }
    case 'items': {
      const { items, ...list } = whole as JsonSchema & { items: { properties: Record<string, JsonSchema> } }
      const properties = Object.fromEntries(as.fields.map((field) => [field, items.properties[field]]))
      return { ...list, items: { ...items, properties, required: [...as.fields] } }
    }
    case 'workingDays':
      return { type: 'integer' }
    case 'kept':
      return { enum: ['kept', 'late'] }
    case 'keyed':
      return keyedHash
    case 'token':
      return whole.type === 'array' ? { type: 'array', items: keyedHash } : keyedHash
    default:
      return as satisfies never
  }
}

const mayBeNothing = (as: OpenForm | undefined) => ['only', 'workingDays', 'kept'].includes(as?.form ?? '')

/** Data that names a person: what lies open, and the box. */
const sealedData = ({ required = [], ...schema }: JsonSchema & { required?: string[] }, marks: Marks): JsonSchema => {
  const whole = schema.properties as Record<string, JsonSchema>
  const properties = marks.openFields.map(({ field, as }) => [field, schemaInForm(whole[field]!, as)] as const)
  const always = marks.openFields.filter(({ field, as }) => required.includes(field) && !mayBeNothing(as))
  return {
    ...schema,
    properties: { ...Object.fromEntries(properties), sealed: sealedSchema },
    required: [...always.map(({ field }) => field), 'sealed'],
  }
}

/**
 * The JSON Schema (draft 7, as AsyncAPI reads it) of an event's data as it stands on the topic: what it says of a person
 * in the box `sealed`, other streams by name.
 * @throws {RangeError} when the type has no such version
 */
export const storedJsonSchemaOf = (definition: EventDefinition, version = definition.version): JsonSchema => {
  const { data, marks } = versionOf(definition, version)
  const { $schema: _, ...schema } = convert(data, { target: 'draft-07', stored: true })
  const { personField } = marks
  if (personField === undefined) return schema
  const sealed = sealedData(schema, marks)
  if ((schema.required as string[]).includes(personField)) return sealed
  const { [personField]: _person, ...namingNobody } = schema.properties as Record<string, JsonSchema>
  return { anyOf: [sealed, { ...schema, properties: namingNobody }] }
}
