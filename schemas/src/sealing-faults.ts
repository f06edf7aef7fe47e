import type { z } from 'zod'
import type { EarlierVersion, EventDefinition, Marks, OpenField } from './define-event.ts'
import { openCategories } from './open-categories.ts'
import { openMarkOf } from './open-field.ts'
import { schemasIn } from './schemas-in.ts'
import { kindOf } from './values/value-kinds.ts'

type Place = { definition: EventDefinition; version: Marks & Pick<EarlierVersion, 'data'> }

const holds = (schema: z.ZodType, what: (schema: z.ZodType) => boolean) =>
  schemasIn({ schema }).some((one) => what(one.schema))

const isMarked = (schema: z.ZodType) => openMarkOf(schema) !== undefined
const namesSomebody = (schema: z.ZodType) => ['person', 'relatedPerson'].includes(kindOf(schema)?.kind ?? '')

const faultsOfField = ({ version }: Place, field: string, schema: z.ZodType): string[] => {
  const marked = isMarked(schema)
  const { personField, openFields } = version
  const open = openFields.find((each) => each.field === field)
  return [
    ...(marked && personField === undefined ? ['is marked open in an event that names nobody, where all is'] : []),
    ...(marked && field === personField ? ['names the person and cannot lie open'] : []),
    ...(marked && open?.figures.length === 0 && open.as?.form !== 'token' ? ['is open without a reason'] : []),
    ...(!marked && holds(schema, isMarked) ? ['is marked open inside: only a whole field is sealed or open'] : []),
    ...(personField === undefined && holds(schema, namesSomebody)
      ? ['names a person inside, so nothing is sealed']
      : []),
    ...(field === 'sealed' ? ['has the name of the box'] : []),
  ]
}

const form = ({ as }: OpenField) => JSON.stringify(as ?? null)

/** An open field of an earlier version is read as it is, also where the rest is erased. */
const faultsOfEarlier = ({ definition, version }: Place): string[] =>
  version.openFields
    .filter((old) => !definition.openFields.some((own) => own.field === old.field && form(own) === form(old)))
    .map(({ field }) => `${definition.type}: ${field} lies open in an earlier version otherwise than today`)

/**
 * What is wrong with the sealing marks of a vocabulary, a line each; none for a right one. A field without a mark is
 * sealed, so only a mark can be wrong: its reason is missing, or it has no effect.
 */
export const sealingFaults = (definitions: readonly EventDefinition[]): readonly string[] =>
  definitions.flatMap((definition) => {
    const reason = openCategories[definition.category]
    const unexplained = definition.category !== 'person' && (!reason || reason.zh === '' || reason.en === '')
    const versions = [definition, ...definition.earlier].map((version) => ({ definition, version }))
    return [
      ...(unexplained ? [`${definition.type}: the category ${definition.category} has no reason to lie open`] : []),
      ...versions.flatMap((place) =>
        (Object.entries(place.version.data.shape) as [string, z.ZodType][]).flatMap(([field, schema]) =>
          faultsOfField(place, field, schema).map((fault) => `${definition.type}: ${field} ${fault}`),
        ),
      ),
      ...definition.earlier.flatMap((version) => faultsOfEarlier({ definition, version })),
    ]
  })
