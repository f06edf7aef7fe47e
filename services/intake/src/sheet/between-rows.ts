import { createHash } from 'node:crypto'
import { type Fault, faultsOf } from '@hub/runtime/problem.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { fieldWordsOf } from '@hub/schemas/field-words/field-words.ts'
import { defineNotices } from '@hub/schemas/notice.ts'

/** What rows of one sheet say against each other. */
export const rowNotices = defineNotices('intake', {
  ROWS_DIFFER: {
    en: ['an earlier row says something else of the same person', 'Compare the rows, and correct the wrong one.'],
    zh: ['前面的行对同一人的填写不同', '请核对各行，更正有误的一行。'],
  },
  PAID_IN_TWO_ROWS: {
    en: ['an earlier row has the same bank reference', 'Check whether one payment stands in the sheet twice.'],
    zh: ['前面的行有相同的银行流水号', '请核对同一笔付款是否重复填写。'],
  },
})

const rowNotice = faultsOf(rowNotices)

/** What a person has one of. */
const ofPerson = ['name', 'sex', 'birthDate'] as const

/** Most digests kept: what is behind them is not compared. A million take some 60 MB. */
const mostKept = 1_000_000

/** 48 bits of a digest: of a million texts two are the same once in 500 sheets, and then a notice too many is told. */
const digestOf = (...texts: readonly string[]): number =>
  createHash('sha256').update(texts.join('\u0000')).digest().readUIntBE(0, 6)

type Data = Readonly<Record<string, unknown>>

/**
 * Compares each row with those before it: one person with two names, sexes or birth dates, and one bank reference in two
 * rows. Only digests are kept.
 */
export const betweenRows = (type: string): ((event: Readonly<Record<string, unknown>>) => readonly Fault[]) => {
  const name = lookUpType(type)?.definition.name ?? ''
  const kept = new Map<number, number>()
  /** Keeps what is said under a key first; whether it was said before, and otherwise. */
  const sayAgain = (key: number, said: number): 'new' | 'same' | 'other' => {
    const before = kept.get(key)
    if (before !== undefined) return before === said ? 'same' : 'other'
    if (kept.size < mostKept) kept.set(key, said)
    return 'new'
  }
  return ({ data }) => {
    const { person, bankRef, ...fields } = data as Data
    const number = (person as { citizenNumber?: string } | undefined)?.citizenNumber
    const differing = ofPerson.filter((field) => {
      const value = fields[field]
      if (number === undefined || typeof value !== 'string') return false
      return sayAgain(digestOf(number, field), digestOf(value)) === 'other'
    })
    const twice = typeof bankRef === 'string' && sayAgain(digestOf('bankRef', bankRef), 0) !== 'new'
    return [
      ...differing.map((field) => {
        const zh = fieldWordsOf(name, field)?.zh ?? field
        const words = {
          en: `an earlier row has another ${field} of the same person`,
          zh: `前面的行中同一人的${zh}不同`,
        }
        return rowNotice('ROWS_DIFFER', `/data/${field}`, words)
      }),
      ...(twice ? [rowNotice('PAID_IN_TWO_ROWS', '/data/bankRef')] : []),
    ]
  }
}
