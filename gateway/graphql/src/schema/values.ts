import type { Code } from '@hub/schemas/values/value-kinds.ts'
import { builder } from './builder.ts'

/** An amount of money in whole fen. */
export type MoneyView = { fen: number }

/** Whole fen as yuan with two decimals. */
export const yuanOf = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const Money = builder.objectRef<MoneyView>('Money').implement({
  description: 'An amount of money.',
  fields: (t) => ({
    fen: t.expose('fen', { type: 'BigInt', description: 'The amount in whole fen.' }),
    yuan: t.string({ description: 'The same in yuan, with two decimals.', resolve: ({ fen }) => yuanOf(fen) }),
  }),
})

/** A code of a national or local list, with its labels. */
export type CodedValueView = { code: string; list: string; labelZh: string; labelEn: string }

/** A code as it is answered. */
export const codedValue = (
  code: string,
  { list, codes }: { list: string; codes: Readonly<Record<string, Code>> },
): CodedValueView => ({ code, list, labelZh: codes[code]?.zh ?? code, labelEn: codes[code]?.en ?? code })

export const CodedValue = builder.objectRef<CodedValueView>('CodedValue').implement({
  description: 'A code of a list: the code is the word that officials use.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code.' }),
    list: t.exposeString('list', { description: 'The list that it belongs to.' }),
    labelZh: t.exposeString('labelZh', { description: 'The Chinese label.' }),
    labelEn: t.exposeString('labelEn', { description: 'The English label.' }),
  }),
})

export const PersonReference = builder.objectRef<{ personId: string }>('PersonReference').implement({
  description: 'A person, by the id that the hub gave.',
  fields: (t) => ({ personId: t.exposeID('personId', { description: 'The person id.' }) }),
})

export const RelatedPerson = builder
  .objectRef<{ name: string; person?: { personId: string } }>('RelatedPerson')
  .implement({
    description: 'Another person in a fact about someone.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name as the department wrote it.' }),
      person: t.expose('person', {
        type: PersonReference,
        nullable: true,
        description: 'Who that is; null where it is not known.',
      }),
    }),
  })
