import { expect, it } from 'vitest'
import { isInPeriod, isPeriod, type RowIdOptions, rowId } from './row-id.ts'

const idOf = (number: string, options: RowIdOptions = {}, day = '2025-03-10') => rowId(number, day, options).id

it.each([
  ['1', '2025-03/1'],
  ['001', '2025-03/1'],
  ['1000000', '2025-03/1000000'],
])('puts the month of the row before a number that only counts rows: %s', (number, id) => {
  expect(rowId(number, '2025-03-10', {})).toEqual({ id, period: '2025-03' })
})

it.each(['M-1', 'REG 79', '20250310', '2025/12', '0012a', '１'])(
  'keeps a number of a system of its own: %s',
  (number) => {
    expect(rowId(number, '2025-03-10', {})).toEqual({ id: number })
  },
)

it('takes the period or the prefix that it is told', () => {
  expect(idOf('001', { period: 'none' })).toBe('001')
  expect(idOf('1', { period: '2025-Q1' })).toBe('2025-Q1/1')
  expect(idOf('M-1', { period: '2025-Q1' })).toBe('M-1')
  expect(idOf('1', { idPrefix: 'bonus-' })).toBe('bonus-1')
  expect(idOf('M-1', { idPrefix: 'bonus-' })).toBe('bonus-M-1')
})

it('knows years, quarters, months and days as periods', () => {
  expect(['none', '2025', '2025-Q4', '2025-12', '2025-12-31'].map(isPeriod)).not.toContain(false)
  expect(
    ['', '25', '2025-13', '2025-Q5', '2025-1', '2025-02-40', '2025-02-29', 'a', '2025/1'].map(isPeriod),
  ).not.toContain(true)
})

it('tells a day inside a period from one outside', () => {
  expect(['2025', '2025-03', '2025-Q1', '2025-03-31'].map((period) => isInPeriod('2025-03-31', period))).not.toContain(
    false,
  )
  expect(
    ['2024', '2025-04', '2025-Q2', '2024-Q1', '2025-03-30'].map((period) => isInPeriod('2025-03-31', period)),
  ).not.toContain(true)
})
