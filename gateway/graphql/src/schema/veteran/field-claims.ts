import { builder } from '../builder.ts'
import type { FieldType } from '../event/field-types.ts'
import { typeRef } from '../event/payload-types.ts'
import { type ClaimView, claimType } from './claims.ts'

/** A reference to a type of claims. */
export type ClaimRef = ReturnType<typeof claimType<unknown>>

const made = new Map<string, ClaimRef>()

const once = (name: string, type: unknown, what: string): ClaimRef => {
  const known = made.get(name) ?? claimType<unknown>(name, type, what)
  made.set(name, known)
  return known
}

const scalars: Readonly<Record<string, { name: string; what: string }>> = {
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
      return scalars[type.scalar]!
    case 'money':
      return { name: 'Money', what: 'an amount of money' }
    case 'person':
      return { name: 'Person', what: 'a person' }
    case 'relatedPerson':
      return { name: 'RelatedPerson', what: 'a related person' }
    case 'code':
      return { name: 'Code', what: 'a code of a list' }
    case 'list': {
      const one = nameOf(type.of, name)
      return { name: `${one.name}List`, what: `several, each ${one.what}` }
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
  return made.get(own) ?? once(own, typeRef(type, name, description), what)
}

const scalarClaim = <T>(scalar: keyof typeof scalars & string) =>
  claimOfField({ as: 'scalar', scalar: scalar as 'String' }, scalar, scalar) as unknown as ReturnType<
    typeof claimType<T>
  >

const IdDocument = builder.objectRef<{ kind: string; number: string }>('IdDocument').implement({
  description: 'A document that says who someone is.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Its kind.' }),
    number: t.exposeString('number', { description: 'Its number.' }),
  }),
})

/** The types of claims that single values of a file have. */
export const claimTypes = {
  text: scalarClaim<string>('String'),
  day: scalarClaim<string>('Date'),
  region: scalarClaim<string>('RegionCode'),
  flag: scalarClaim<boolean>('Boolean'),
  document: once('IdDocument', IdDocument, 'an identity document') as unknown as ReturnType<
    typeof claimType<ClaimView<unknown>>
  >,
} as const
