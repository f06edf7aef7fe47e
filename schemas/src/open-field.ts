import { z } from 'zod'
import { type LegalTerm, legalTerms } from './law/legal-terms.ts'
import { termKept } from './law/term.ts'
import type { NumberKind } from './number-kinds.ts'
import { countyOf } from './values/region-code.ts'
import { workingDaysBetween } from './values/working-days.ts'

/** What of a field's value lies open, where that is not all of it. The whole value is in the box. */
export type OpenForm =
  /** The county of a region: the first six digits of its code. */
  | { form: 'county' }
  /** The value where it is one of these, else nothing. */
  | { form: 'only'; values: readonly (string | number)[] }
  /** `true` where there is a value: that it is said, not what. */
  | { form: 'said' }
  /** Of each item of a list these fields alone. */
  | { form: 'items'; fields: readonly string[] }
  /** A keyed hash of the value: as good for counting different ones, and nobody finds it in a register. */
  | { form: 'keyed' }
  /** Of a day how many working days lie between it and the day in another field; nothing where holidays are not published. */
  | { form: 'workingDays'; to: string }
  /** Of a day whether a term of the law that runs from it was `kept` or `late` by another; nothing where that is not known. */
  | { form: 'kept'; term: LegalTerm; to: string }
  /** A keyed hash of the value among numbers of its kind, of a list one of each item: things are told apart by it, unread. */
  | { form: 'token'; of: NumberKind }

/** Why a field lies open: the figures of the work report that need it, by their keys, or that it tells things apart; and in what form. */
export type OpenMark =
  | { figures: readonly [string, ...string[]]; as?: OpenForm }
  | { figures: readonly []; as: TokenForm }

type TokenForm = Extract<OpenForm, { form: 'token' }>

const marks = z.registry<OpenMark>()

/**
 * Leaves a top-level field of a person's event open: the figures named must count the same after the person is erased.
 * Whatever is not marked is sealed. With `as` only a form of the value lies open, and the value itself is sealed.
 * @example amount: open(fen, { figures: ['startup-funding'] })
 * @example selfPaid: open(fen, { figures: ['eyes-operated-free'], as: { form: 'only', values: [0] } })
 */
export const open = <Schema extends z.ZodType>(schema: Schema, mark: OpenMark): Schema => {
  const marked = schema.clone(schema.def, { parent: true }) as Schema
  marks.add(marked, mark)
  return marked
}

/**
 * Leaves a keyed hash of a top-level field of a person's event open: a number that tells two things of a kind apart, so
 * that they are matched without being read, also after the person is erased. The number itself is sealed.
 * @example cardNo: numberOf('card', wording(40))
 */
export const numberOf = <Schema extends z.ZodType>(of: NumberKind, schema: Schema): Schema =>
  open(schema, { figures: [], as: { form: 'token', of } })

/** The mark of a field's schema, seen through `optional()`. */
export const openMarkOf = (schema: z.ZodType): OpenMark | undefined =>
  marks.get(schema) ?? (schema instanceof z.ZodOptional ? openMarkOf(schema.unwrap() as z.ZodType) : undefined)

/** Whether what lies open is a keyed hash: good for telling apart, and nobody knows it from elsewhere. */
export const isKeyedHash = (as: OpenForm | undefined): boolean => as?.form === 'keyed' || as?.form === 'token'

/** Whether what lies open stands for a value and is none: a keyed hash, a number of days, whether a term was kept, that there is one. */
export const standsForValue = (as: OpenForm | undefined): boolean =>
  isKeyedHash(as) || as?.form === 'workingDays' || as?.form === 'kept' || as?.form === 'said'

const itemsOf = (value: unknown, fields: readonly string[]) =>
  (value as readonly Record<string, unknown>[]).map((item) =>
    Object.fromEntries(fields.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]]]))),
  )

type Data = Readonly<Record<string, unknown>>

const daysTo = (from: unknown, to: unknown) =>
  typeof to === 'string' ? (workingDaysBetween(String(from), to) ?? undefined) : undefined

const wasKept = (term: LegalTerm, from: unknown, to: unknown, { region }: Data) => {
  const answer = typeof to === 'string' ? termKept(legalTerms[term], String(from), to, String(region)) : undefined
  return typeof answer?.kept === 'boolean' ? (answer.kept ? 'kept' : 'late') : undefined
}

/** Makes the keyed hash of a text; among numbers of a kind where one is named. */
export type TokenOf = (text: string, of?: NumberKind) => string

/**
 * What of a value lies open; undefined for nothing. `data` is what the event says beside it.
 * @throws {TypeError} when the value is not of the kind that the form is for
 */
export const inForm = (value: unknown, as: OpenForm | undefined, tokenOf: TokenOf, data: Data): unknown => {
  if (as === undefined) return value
  switch (as.form) {
    case 'county':
      return countyOf(String(value))
    case 'only':
      return as.values.some((each) => each === value) ? value : undefined
    case 'said':
      return true
    case 'items':
      return itemsOf(value, as.fields)
    case 'keyed':
      return tokenOf(String(value))
    case 'workingDays':
      return daysTo(value, data[as.to])
    case 'kept':
      return wasKept(as.term, value, data[as.to], data)
    case 'token':
      return Array.isArray(value) ? value.map((item) => tokenOf(String(item), as.of)) : tokenOf(String(value), as.of)
    default:
      return as satisfies never
  }
}
