import { formWords } from '@hub/schemas/form-words.ts'
import { day } from '@hub/schemas/values/day.ts'
import { fen } from '@hub/schemas/values/money.ts'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseWith } from './schema-faults.ts'

const schema = z.strictObject({
  amount: fen,
  amounts: z.array(fen).max(2).optional(),
  count: z.int().min(1).max(9),
  colour: z.enum(['red', 'green']),
  plate: z
    .string()
    .regex(/^[A-Z]\d$/)
    .register(formWords, { en: 'a plate like A1', zh: '应为车牌，如 A1' }),
  on: day.optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0, { params: { fault: 'SHARES' } })
    .optional(),
})
const right = { amount: 1, count: 1, colour: 'red', plate: 'A1' }
const read = (more: object, base: string[] = []) => parseWith(schema, { ...right, ...more }, base)
const said = (more: object) => {
  const parsed = read(more)
  return 'faults' in parsed
    ? parsed.faults.map(({ code, pointer, message, messageZh }) => [code, pointer, message, messageZh])
    : []
}

it('takes what its schema takes', () => {
  expect(read({})).toEqual({ value: right })
})

it.each([
  [{ amount: '12' }, 'AMOUNT', '/amount'],
  [{ amount: -1 }, 'AMOUNT', '/amount'],
  [{ amounts: [1, 1.5] }, 'AMOUNT', '/amounts/1'],
  [{ count: 1.5 }, 'TYPE', '/count'],
  [{ on: '2025-02-30' }, 'DAY', '/on'],
  [{ even: 3 }, 'SHARES', '/even'],
  [{ more: 1 }, 'UNKNOWN_FIELD', '/more'],
  [{ amount: undefined }, 'MISSING', '/amount'],
])('tells by the schema and not by words what %j has wrong', (more, code, pointer) => {
  expect(said(more).map((one) => one.slice(0, 2))).toEqual([[code, pointer]])
})

it('is as exact in Chinese as in English', () => {
  expect(said({ count: 'x' })).toEqual([['TYPE', '/count', 'the type number is needed', '应为数字']])
  expect(said({ count: 10 })).toEqual([['TOO_BIG', '/count', 'at most 9 are taken', '至多为 9']])
  expect(said({ amounts: [1, 2, 3] })).toEqual([['TOO_BIG', '/amounts', 'at most 2 entries are taken', '至多为 2项']])
  expect(said({ colour: 'blue' })).toEqual([
    ['NOT_IN_LIST', '/colour', 'one of red, green is needed', '应为 red、green 之一'],
  ])
  expect(said({ plate: '1A' })).toEqual([['FORMAT', '/plate', 'a plate like A1', '应为车牌，如 A1']])
})

it('begins its pointers where the value stands', () => {
  expect(read({ amount: -1 }, ['data'])).toMatchObject({ faults: [{ code: 'AMOUNT', pointer: '/data/amount' }] })
})
