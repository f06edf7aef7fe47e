import { citizenCheckCharacter } from '@hub/schemas/values/citizen-number.ts'
import { describe, expect, it } from 'vitest'
import { type CellKind, readCell } from './cell.ts'

const withCheck = (first17: string) => first17 + citizenCheckCharacter(first17)
/** Invented: a number whose check character is X. */
const endingInX = Array.from({ length: 99 }, (_, order) => withCheck(`43030219680314${String(order + 100)}`)).find(
  (number) => number.endsWith('X'),
)!

const values: readonly [CellKind, string, unknown, readonly string[]][] = [
  ['day', '2025-10-01', '2025-10-01', []],
  ['day', '45931', '2025-10-01', ['SERIAL_DAY']],
  ['day', '45931.375', '2025-10-01', ['SERIAL_DAY']],
  ['day', '2025/10/1', '2025-10-01', ['DAY_FORM']],
  ['day', '2025.10.1', '2025-10-01', ['DAY_FORM']],
  ['day', '20251001', '2025-10-01', ['DAY_FORM']],
  ['day', '2025年10月1日', '2025-10-01', ['DAY_FORM']],
  ['day', '２０２５年１０月１日', '2025-10-01', ['HALF_WIDTH', 'DAY_FORM']],
  ['day', '2025/10/1 0:00:00', '2025-10-01', ['DAY_FORM']],
  ['yuan', '1,234.50', 123_450, ['YUAN']],
  ['yuan', '1.15', 115, ['YUAN']],
  ['yuan', '¥ 1,234,567.8元', 123_456_780, ['YUAN']],
  ['yuan', '500', 50_000, ['YUAN']],
  ['yuan', '12.5000', 1250, ['YUAN']],
  ['citizenNumber', endingInX.toLowerCase(), endingInX, ['CAPITAL_X']],
  ['citizenNumber', `'${endingInX}`, endingInX, ['TEXT_GUARD']],
  ['citizenNumber', '430302680314201', withCheck('43030219680314201'), ['UPGRADED']],
  ['phone', '73155550000', '073155550000', ['LEADING_ZERO']],
  ['phone', '1055550000', '01055550000', ['LEADING_ZERO']],
  ['phone', '731-55550000', '0731-55550000', ['LEADING_ZERO']],
  ['phone', '13900000000', '13900000000', []],
  ['phone', '139 0000 0000', '13900000000', ['SPACES']],
  ['region', '430302', '430302', []],
  ['region', '430302.0', '430302', ['DECIMAL_TAIL']],
  ['region', '雨湖区', '430302', ['REGION_NAME']],
  ['number', '="000123"', '000123', ['TEXT_GUARD']],
  ['number', '\t000123', '000123', []],
  ['number', '123456789012345000', '123456789012345000', ['DIGITS_DOUBTFUL']],
  ['text', ' 莲花巷８号（乙）\u3000', '莲花巷8号（乙）', ['HALF_WIDTH']],
  ['text', '—', undefined, []],
  [{ variants: { 男性: '男' } }, '男性', '男', ['CODE_WORD']],
  [{ variants: { 男性: '男' } }, '男', '男', []],
]

const faults: readonly [CellKind, string, string][] = [
  ['citizenNumber', '4.3E+17', 'CELL_EXPONENT'],
  ['number', '4.30302E+17', 'CELL_EXPONENT'],
  ['region', '4.30302E+11', 'CELL_EXPONENT'],
  ['yuan', '1.2E+7', 'CELL_EXPONENT'],
  ['citizenNumber', '430302196803142000', 'CELL_DIGITS_LOST'],
  ['citizenNumber', '430302680230201', 'CELL_OLD_NUMBER'],
  ['day', '1968', 'CELL_DAY'],
  ['day', '2025-02-30', 'CELL_DAY'],
  ['day', '25/10/1', 'CELL_DAY'],
  ['yuan', '-5', 'CELL_AMOUNT'],
  ['yuan', '1.234', 'CELL_AMOUNT'],
  ['yuan', '1,23', 'CELL_AMOUNT'],
  ['yuan', '3万', 'CELL_AMOUNT'],
  ['region', '乌有区', 'CELL_REGION'],
  ['text', '谭\uFFFD强', 'CELL_GARBLED'],
  ['number', '#N/A', 'CELL_ERROR'],
]

describe('a cell', () => {
  it.each(values)('is put right as %j: %s', (kind, raw, value, repairs) => {
    expect(readCell(kind, raw)).toEqual({ value, repairs })
  })
  it.each(faults)('beyond repair is told as %j: %s', (kind, raw, fault) => {
    expect(readCell(kind, raw)).toEqual({ fault })
  })
})
