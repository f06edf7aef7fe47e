import type { z } from 'zod'
import { commonFields, type EventDefinition } from '../define-event.ts'
import { kindOf } from '../values/value-kinds.ts'
import { birth, eventTime, inOrder, type Rule, today } from './rule.ts'

type Declared = Pick<EventDefinition, 'data' | 'personField' | 'personPaths'> & { rules?: readonly Rule[] }

const common = new Set(Object.keys(commonFields))
const dates: ReadonlySet<string | undefined> = new Set(['day', 'month', 'partialDate', 'instant'])
/** Nobody who is alive, or of whom a department has facts, was born before. */
const firstBirth = '1850-01-01'
/** Days on which a death was, or what follows one at once. */
const deaths = new Set(['diedOn', 'saidDiedOn', 'crematedOn', 'sacrificedOn'])
/** Days in the name of which nothing has happened yet. */
const planned = new Set(['dueOn', 'reviewOn', 'opensOn'])
/** The years of age between which one becomes a soldier, and ceases to be one. */
const soldiersAges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  enlistedOn: [14, 45],
  dischargedOn: [16, 65],
}

const ofDeath = (field: string): readonly Rule[] => [
  inOrder(field, today, 'DEATH_AHEAD'),
  inOrder(field, eventTime, 'TOLD_BEFORE_DEATH'),
]

const ofDate = (field: string, isOfPerson: boolean): readonly Rule[] => {
  if (field === 'birthDate')
    return [
      inOrder(field, today, 'BIRTH_AHEAD'),
      { kind: 'notBefore', field, day: firstBirth, code: 'BORN_BEFORE_1850' },
    ]
  const happened = /(On|At)$/.test(field) && !planned.has(field)
  const ages = soldiersAges[field]
  return [
    ...(deaths.has(field) ? ofDeath(field) : happened ? [inOrder(field, today, 'DAY_AHEAD')] : []),
    ...(isOfPerson ? [inOrder(birth, field, 'BEFORE_BIRTH')] : []),
    ...(isOfPerson && ages
      ? [{ kind: 'age', field, least: ages[0], most: ages[1], code: 'AGE_UNUSUAL' } as const]
      : []),
  ]
}

const ofNumbers: readonly Rule[] = [
  { kind: 'born', code: 'BIRTH_AHEAD' },
  { kind: 'born', notBefore: firstBirth, code: 'BORN_BEFORE_1850' },
]

const asNumber: Readonly<Record<string, Rule>> = {
  birthDate: { kind: 'asNumber', field: 'birthDate', says: 'birthDate', code: 'BIRTH_DATE_NOT_OF_NUMBER' },
  sex: { kind: 'asNumber', field: 'sex', says: 'sex', code: 'SEX_NOT_OF_NUMBER' },
  idDocument: { kind: 'asNumber', field: 'idDocument', says: 'number', code: 'DOCUMENT_OF_ANOTHER' },
}

/** The rules that hold for every type, or for every type that names a person. */
const everywhere = ({ personField, personPaths }: Pick<Declared, 'personField' | 'personPaths'>): readonly Rule[] => [
  { kind: 'within', from: eventTime, to: today, months: 36, code: 'TOLD_LATE' },
  ...(personPaths.length > 0 ? ofNumbers : []),
  ...(personField === undefined
    ? []
    : [
        inOrder(birth, eventTime, 'BEFORE_BIRTH'),
        { kind: 'age', least: 0, most: 110, code: 'AGE_BEYOND_110' } as const,
      ]),
]

/** The rules that follow from what a type's fields mean. */
const ofFields = ({ data, personField }: Declared): readonly Rule[] => {
  const fields = (Object.entries(data.shape) as [string, z.ZodType][]).filter(([field]) => !common.has(field))
  const isOfPerson = personField !== undefined
  return [
    ...fields.flatMap(([field, schema]) => (dates.has(kindOf(schema)?.kind) ? ofDate(field, isOfPerson) : [])),
    ...(isOfPerson ? fields.flatMap(([field]) => asNumber[field] ?? []) : []),
  ]
}

/** The rules of a type alone: those that it declares, and those that follow from what its fields mean. */
export const ownRulesOf = (definition: Declared): readonly Rule[] => [
  ...(definition.rules ?? []),
  ...ofFields(definition),
]

/** The rules that every type has, as the reference says them once. */
export const rulesEverywhere: readonly Rule[] = everywhere({ personField: 'person', personPaths: ['person'] })

const known = new WeakMap<object, readonly Rule[]>()

/** All rules of a type, its own before those of every type. */
export const rulesOf = (definition: Declared): readonly Rule[] => {
  const found = known.get(definition)
  if (found) return found
  const rules = [...ownRulesOf(definition), ...everywhere(definition)]
  known.set(definition, rules)
  return rules
}
