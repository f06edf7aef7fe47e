import { openMarkOf } from '@hub/schemas/open-field.ts'
import { isPersonName } from '@hub/schemas/values/person-name.ts'
import { type Code, kindOf } from '@hub/schemas/values/value-kinds.ts'
import { z } from 'zod'
import type { CellKind } from './cell.ts'

type Variants = Readonly<Record<string, string>>

const withoutZeros = (sign: string) => sign.replace(/^0+(?=.)/, '')

/** Ways to write a code: its labels, its sign in the standard, the same in half width. */
const waysToWrite = (code: string, { zh, en, sign = '' }: Code): string[] => [
  zh,
  en,
  en.toLowerCase(),
  sign,
  withoutZeros(sign),
  code.normalize('NFKC'),
  zh.normalize('NFKC'),
  // 汉 for 汉族.
  code.replace(/(?<=.)族$/, ''),
]

/** Other ways to write the words of a list. What two codes could mean means none. */
const variantsOf = (codes: Readonly<Record<string, Code>>): Variants => {
  const ways = Object.entries(codes).flatMap(([code, said]) =>
    [...new Set(waysToWrite(code, said))].map((way) => ({ way, code })),
  )
  const byWay = Map.groupBy(ways, ({ way }) => way)
  return Object.fromEntries(
    [...byWay].flatMap(([way, meant]) =>
      meant.length === 1 && way !== '' && !Object.hasOwn(codes, way) ? [[way, meant[0]!.code]] : [],
    ),
  )
}

const codeCell = (codes: Readonly<Record<string, Code>>): CellKind => ({
  codes: Object.keys(codes),
  variants: variantsOf(codes),
})

/** Texts that are a number of something: a spreadsheet must not reckon with them. */
const numbers = /(No|Id|Ids|Ref|Token|Key|Uscc|last4|household|batchId|preparedBy|checkedBy)$/

const textCell = (field: string, schema: z.ZodType): CellKind => {
  if (isPersonName(schema)) return 'name'
  if (/phone$/i.test(field)) return 'phone'
  return openMarkOf(schema)?.as?.form === 'token' || numbers.test(field) ? 'number' : 'text'
}

/** The words of a choice between literals: the kinds of documents. */
export const literalsOf = (schema: z.ZodType): readonly string[] => {
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String)
  return schema instanceof z.ZodEnum ? schema.options.map(String) : []
}

/** What a choice between words holds. */
export const wordsCell = (words: readonly string[]): CellKind =>
  codeCell(Object.fromEntries(words.map((word) => [word, { zh: word, en: word }])))

/** What a column of a field holds, by the field's schema; undefined for what no single cell says: objects, lists, persons. */
export const cellOf = (field: string, schema: z.ZodType): CellKind | undefined => {
  const kind = kindOf(schema)
  switch (kind?.kind) {
    case 'citizenNumber':
    case 'uscc':
    case 'day':
    case 'month':
    case 'partialDate':
    case 'instant':
      return kind.kind
    case 'regionCode':
      return 'region'
    case 'fen':
      return schema.safeParse(-1).success ? 'signedYuan' : 'yuan'
    case 'reference':
    case 'event':
      return 'number'
    case 'code':
      return codeCell(kind.codes)
    case 'person':
    case 'relatedPerson':
      return undefined
    default:
  }
  if (schema instanceof z.ZodOptional) return cellOf(field, schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodNumberFormat) return 'count'
  if (schema instanceof z.ZodNumber) return 'decimal'
  if (schema instanceof z.ZodBoolean) return 'yesNo'
  if (schema instanceof z.ZodString) return textCell(field, schema)
  const words = literalsOf(schema)
  return words.length > 0 ? wordsCell(words) : undefined
}
