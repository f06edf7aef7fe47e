import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { open } from '../open-field.ts'
import { codeList } from './code-list.ts'
import { day, instant, month, partialDate } from './day.ts'
import { fen } from './money.ts'
import { person, relatedPerson } from './person.ts'
import { reference } from './reference.ts'
import { regionCode } from './region-code.ts'
import { uscc } from './social-credit-code.ts'
import { kindOf } from './value-kinds.ts'

describe('the kind of a value', () => {
  it.each([
    ['day', day],
    ['month', month],
    ['partialDate', partialDate],
    ['instant', instant],
    ['fen', fen],
    ['person', person],
    ['relatedPerson', relatedPerson],
    ['regionCode', regionCode],
    ['uscc', uscc],
    ['reference', reference('fair')],
  ])('is seen through optional() and open(): %s', (kind, schema: z.ZodType) => {
    expect(kindOf(schema)?.kind).toBe(kind)
    expect(kindOf(schema.optional())?.kind).toBe(kind)
    expect(kindOf(open(schema, { figures: ['one'] }))?.kind).toBe(kind)
    expect(kindOf(open(schema, { figures: ['one'] }).optional())?.kind).toBe(kind)
    expect(kindOf(open(schema.optional(), { figures: ['one'] }))?.kind).toBe(kind)
  })

  it('is none for plain values', () => {
    for (const schema of [z.string(), z.int(), z.strictObject({})]) expect(kindOf(schema)).toBeUndefined()
  })
})

describe('a code list', () => {
  const sex = codeList('sex', { 男: 'male', 女: 'female' })

  it('takes its codes and nothing else', () => {
    expect(sex.safeParse('男').success).toBe(true)
    for (const value of ['male', '', ' 男', 'toString', null]) expect(sex.safeParse(value).success).toBe(false)
  })

  it('keeps its name, its codes and their labels', () => {
    const codes = { 男: { zh: '男', en: 'male' }, 女: { zh: '女', en: 'female' } }
    expect(kindOf(sex)).toEqual({ kind: 'code', list: 'sex', codes })
  })
})

describe('a reference', () => {
  const fair = reference('fair')

  it('takes a local id or a stream name, without spaces around it', () => {
    for (const id of ['12', '招聘会 12', `fair-${'a'.repeat(26)}`]) expect(fair.safeParse(id).success).toBe(true)
    for (const id of ['', ' 12', '12 ', '\t12', 'x'.repeat(81)]) expect(fair.safeParse(id).success).toBe(false)
  })

  it('knows the category that it points into', () => {
    expect(kindOf(fair)).toEqual({ kind: 'reference', category: 'fair' })
  })
})
