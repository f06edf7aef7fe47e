import { builder } from '../builder.ts'
import type { FieldType, ScalarName } from '../event/field-types.ts'
import { typeRef, type ValueTypeOrList } from '../event/payload-types.ts'
import { claimType } from './claims.ts'

/** A reference to a type of claims. */
export type ClaimRef = ReturnType<typeof claimType>

const made = new Map<string, ClaimRef>()

/** Defines a type of claims the first time that it is asked for by its name. */
const claimTypeOnce = (name: string, type: ValueTypeOrList, what: string): ClaimRef => {
  const ref = made.get(name) ?? claimType(name, type, what)
  made.set(name, ref)
  return ref
}

const scalars: Readonly<Record<ScalarName, { name: string; what: string }>> = {
  String: { name: 'String', what: 'a text' },
  Int: { name: 'Int', what: 'a number' },
  Float: { name: 'Float', what: 'a number with decimals' },
  Boolean: { name: 'Boolean', what: 'a yes or no' },
  BigInt: { name: 'BigInt', what: 'a whole number' },
  Date: { name: 'Date', what: 'a day' },
  Month: { name: 'Month', what: 'a month' },
  PartialDate: { name: 'PartialDate', what: 'a date, as exactly as it is known' },
  DateTime: { name: 'DateTime', what: 'an instant' },
  RegionCode: { name: 'Region', what: 'a region' },
  Uscc: { name: 'Company', what: 'an organisation, by its social credit code' },
  CitizenNumber: { name: 'CitizenNumber', what: 'a citizen number' },
  Json: { name: 'Json', what: 'data in its stored form' },
}

/** What a claim of this type of value is called; objects go by the name of their field. */
const nameOf = (type: FieldType, name: string): { name: string; what: string } => {
  switch (type.as) {
    case 'scalar':
      return scalars[type.scalar]
    case 'money':
      return { name: 'Money', what: 'an amount of money' }
    case 'person':
      return { name: 'Person', what: 'a person' }
    case 'relatedPerson':
      return { name: 'RelatedPerson', what: 'a related person' }
    case 'code':
      return { name: 'Code', what: 'a code of a list' }
    case 'list': {
      const item = nameOf(type.of, name)
      return { name: `${item.name}List`, what: `several, each ${item.what}` }
    }
    case 'object':
      return { name, what: 'an object' }
    default:
      return type satisfies never
  }
}

/** The type of claims of a payload field; `name` is that of its objects, where it has any. */
export const claimOfField = (type: FieldType, name: string, description: string): ClaimRef => {
  const { name: own, what } = nameOf(type, name)
  return made.get(own) ?? claimTypeOnce(own, typeRef(type, name, description), what)
}

const scalarClaim = (scalar: ScalarName): ClaimRef => claimOfField({ as: 'scalar', scalar }, scalar, scalar)

const IdDocument = builder.objectRef<{ kind: string; number: string }>('IdDocument').implement({
  description: 'A document that says who someone is.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Its kind.' }),
    number: t.exposeString('number', { description: 'Its number.' }),
  }),
})

/** The types of claims that single values of a file have. */
export const claimTypes = {
  text: scalarClaim('String'),
  day: scalarClaim('Date'),
  region: scalarClaim('RegionCode'),
  flag: scalarClaim('Boolean'),
  document: claimTypeOnce('IdDocument', IdDocument, 'an identity document'),
} as const
