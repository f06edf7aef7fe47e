import { describe, expect, it } from 'vitest'
import { numberFormat } from './number-format.ts'
import { typedNumber } from './workbook-cell.ts'

describe('a number format', () => {
  it.each([
    [0, undefined, 'number'],
    [14, undefined, 'day'],
    [31, undefined, 'day'],
    [57, undefined, 'month'],
    [164, 'General', 'number'],
    [164, 'G/通用格式', 'number'],
    [164, '#,##0.00_);[Red]\\(#,##0.00\\)', 'number'],
    [164, '0.00E+00', 'number'],
    [164, '"day "0', 'number'],
    [164, '¥#,##0.00;[Red]-¥#,##0.00', 'number'],
    [164, '[$-804]yyyy"年"m"月"d"日";@', 'day'],
    [164, '[DBNum1][$-804]yyyy"年"m"月"d"日"', 'day'],
    [164, 'yyyy/m/d\\ h:mm;@', 'day'],
    [164, 'm"月"d"日"', 'day'],
    [164, 'yyyy"年"m"月"', 'month'],
    [164, '000000', { digits: 6 }],
    [9, undefined, 'scaled'],
    [164, '0!.0,"万"', 'scaled'],
    [164, '0\\.0,', 'scaled'],
    [164, '#,##0.00,', 'scaled'],
    [164, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 'number'],
    [164, '#,##0', 'number'],
  ] as const)('%s %j makes numbers %j', (id, code, made) => {
    expect(numberFormat(id, code)).toEqual(made)
  })
})

describe('a number of a workbook is the one that was typed', () => {
  it.each([
    ['1020.0999999999999', '1020.1'],
    ['1020', '1020'],
    ['1020.0000000001', '1020.0000000001'],
    ['0.1', '0.1'],
    ['1E-3', '0.001'],
    ['1.2345E+2', '123.45'],
    ['-0.50', '-0.5'],
    ['123456789012345', '123456789012345'],
    ['430302196803142018', '430302196803142018'],
    ['4.3030219680314202E+17', '4.30302196803142e+17'],
    ['1e15', '1e+15'],
  ])('%s is %s', (raw, typed) => {
    expect(typedNumber(raw)).toBe(typed)
  })
})
