import { z } from 'zod'
import type { EventDefinition } from './define-event.ts'
import { schemasIn } from './schemas-in.ts'
import { kindOf } from './values/value-kinds.ts'

const numberOfAThing = 'a number or a key that tells things apart'
const nameOfAThing = 'the name of a thing, a place, an office or a course'
const wordOfAList = 'a word of a short list that the office keeps'
const byTheHub = 'said by the hub itself, in its own words'

/**
 * Texts that lie open, by the name of the field (of a path its last), and why. Whatever else people write is sealed for the
 * person, or is a code.
 */
export const openTexts: Readonly<Record<string, string>> = {
  attendeeKey: numberOfAThing,
  batchNo: numberOfAThing,
  certificateNo: numberOfAThing,
  deploymentId: numberOfAThing,
  documentNo: numberOfAThing,
  officialId: 'the number of an official in office',
  decidedBy: 'the number of an official in office',
  secondDecider: 'the number of an official in office',
  frozenBy: 'the number of an official in office',
  cemetery: nameOfAThing,
  course: nameOfAThing,
  dataset: nameOfAThing,
  destination: nameOfAThing,
  line: nameOfAThing,
  office: nameOfAThing,
  programme: nameOfAThing,
  provider: nameOfAThing,
  responsibleOrg: nameOfAThing,
  title: nameOfAThing,
  venue: nameOfAThing,
  version: nameOfAThing,
  reportName: nameOfAThing,
  name: 'the name of a thing or a place, or of one of the fallen, who are published by law',
  matterType: wordOfAList,
  materials: wordOfAList,
  post: wordOfAList,
  postKinds: wordOfAList,
  steps: wordOfAList,
  legalBasis: 'the article of a law',
  boxedMessage: byTheHub,
  definition: byTheHub,
  detail: byTheHub,
  eventId: byTheHub,
  key: byTheHub,
  position: byTheHub,
  source: 'the source that was sent; a number of a person is taken out of it',
  id: 'the id that was sent; a number of a person is taken out of it',
  titleZh: byTheHub,
  topic: byTheHub,
  type: byTheHub,
  unit: byTheHub,
  windows: byTheHub,
  reason: 'of a retraction: refused where it names nobody, else sealed',
  stream: 'of a retraction: the name that the hub gave a stream',
  evidence:
    'of a link between two ids: names the papers that it rests on, for those who check it after one of the two is erased',
  note: 'of a frozen report: speaks of figures',
}

const lastOf = (path: string) => path.replaceAll('[]', '').split('.').at(-1)!

const hasForm = (schema: z.ZodString) =>
  (schema.def.checks ?? []).some((check) => check._zod.def.check === 'string_format')

const textOf = (schema: z.ZodType): z.ZodString | undefined => {
  if (schema instanceof z.ZodOptional) return textOf(schema.unwrap() as z.ZodType)
  // A text with a form of its own holds no words, nor does a value of a kind.
  return schema instanceof z.ZodString && kindOf(schema) === undefined && !hasForm(schema) ? schema : undefined
}

/** The top-level fields of an event that may lie open as they are sent: all, where it may name nobody. */
const mayLieOpen = ({ personField, openFields, data }: EventDefinition, field: string): boolean => {
  if (personField === undefined || data.shape[personField] instanceof z.ZodOptional) return true
  return openFields.some((open) => open.field === field && open.as === undefined)
}

/** Texts of a vocabulary that lie open without a reason, a line each. */
export const openTextFaults = (definitions: readonly EventDefinition[]): readonly string[] =>
  definitions.flatMap((definition) =>
    schemasIn(definition.data.shape as z.core.$ZodLooseShape)
      .filter(({ path, schema }) => textOf(schema) && mayLieOpen(definition, path.split(/[.[]/, 1)[0]!))
      .filter(({ path }) => !Object.hasOwn(openTexts, lastOf(path)))
      .map(({ path }) => `${definition.type}: the text ${path} lies open without a reason: seal it, or make it a code`),
  )
