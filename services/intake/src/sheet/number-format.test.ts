import { describe, expect, it } from 'vitest'
import { numberFormat } from './number-format.ts'
import { numberCell, typedNumber } from './workbook-cell.ts'

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
    [20, undefined, 'time'],
    [164, 'h"时"mm"分"', 'time'],
    [164, '[$-804]上午/下午h:mm', 'time'],
    [46, undefined, 'duration'],
    [164, '[hh]:mm', 'duration'],
    [164, '[红色]0.00', 'number'],
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

describe('a number that is shown as a day or a time', () => {
  it.each([
    ['0.5', 'time', '1900', { text: '12:00:00', type: 'time' }],
    ['0.5', 'time', '1904', { text: '12:00:00', type: 'time' }],
    ['0', 'day', '1904', { text: '1904-01-01', type: 'day' }],
    ['45726.5', 'time', '1900', { text: '2025-03-10 12:00:00', type: 'day' }],
    ['1.5', 'duration', '1900', { text: '36:00:00', type: 'time' }],
    ['1', 'day', '1900', { text: '1900-01-01', type: 'day' }],
    ['59', 'day', '1900', { text: '1900-02-28', type: 'day' }],
    ['60', 'day', '1900', { text: '60', type: 'number' }],
    ['61', 'day', '1900', { text: '1900-03-01', type: 'day' }],
    ['-1', 'day', '1900', { text: '-1', type: 'number' }],
  ] as const)('%s as a %s counted from %s is %j', (raw, format, system, cell) => {
    expect(numberCell(raw, format, system)).toEqual(cell)
  })
})
