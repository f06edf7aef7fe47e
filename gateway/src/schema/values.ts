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
    fen: t.field({ type: 'BigInt', description: 'The amount in whole fen.', resolve: ({ fen }) => fen }),
    yuan: t.string({ description: 'The same in yuan, with two decimals.', resolve: ({ fen }) => yuanOf(fen) }),
  }),
})

/** A code of a national or local list, with its labels. */
export type CodedValueView = { code: string; list: string; labels: Readonly<Record<string, string>> }

export const CodedValue = builder.objectRef<CodedValueView>('CodedValue').implement({
  description: 'A code of a list: the code is the word that officials use.',
  fields: (t) => ({
    code: t.string({ description: 'The code.', resolve: ({ code }) => code }),
    list: t.string({ description: 'The list that it belongs to.', resolve: ({ list }) => list }),
    labelZh: t.string({ description: 'The Chinese label.', resolve: ({ code }) => code }),
    labelEn: t.string({ description: 'The English label.', resolve: ({ code, labels }) => labels[code] ?? code }),
  }),
})

export const PersonReference = builder.objectRef<{ personId: string }>('PersonReference').implement({
  description: 'A person, by the id that the hub gave.',
  fields: (t) => ({ personId: t.id({ description: 'The person id.', resolve: ({ personId }) => personId }) }),
})

export const RelatedPerson = builder
  .objectRef<{ name: string; person?: { personId: string } }>('RelatedPerson')
  .implement({
    description: 'Another person in a fact about someone.',
    fields: (t) => ({
      name: t.string({ description: 'The name as the department wrote it.', resolve: ({ name }) => name }),
      person: t.field({
        type: PersonReference,
        nullable: true,
        description: 'Who that is; null where it is not known.',
        resolve: ({ person }) => person ?? null,
      }),
    }),
  })
