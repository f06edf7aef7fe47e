import { describe, expect, it } from 'vitest'
import { inYuan, unitNamed, unitsInTitle, yuan } from './amount-unit.ts'
import { findHeadings } from './find-headings.ts'
import { headingText } from './heading-text.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable } from './sheet-refusals.ts'

const format: SheetFormat = {
  titleZh: '发放表',
  titleEn: 'payments',
  department: 'finance',
  system: 'payments',
  type: 'finance.PaymentDisbursed.v2',
  columns: [
    { headings: ['编号', '流水号'], cell: 'number', to: ['/id'], needed: true },
    { headings: ['身份证号', '公民身份号码'], cell: 'citizenNumber', to: ['/data/person/citizenNumber'], needed: true },
    { headings: ['金额', '实发金额', '发放金额'], cell: 'yuan', to: ['/data/amount'], needed: true },
    { headings: ['家属姓名'], cell: 'text', to: ['/data/relative'] },
    { headings: ['姓名'], cell: 'text', to: ['/data/name'] },
  ],
  datedBy: '/time',
}
const find = (...rows: string[]) =>
  findHeadings(
    format,
    rows.map((text, at) => ({ row: at + 1, cells: text.split(',') })),
  )
const columnsOf = (...rows: string[]) =>
  Object.fromEntries([...find(...rows).headings.columns].map(([column, at]) => [column.headings[0], at]))
const wordsOf = (...rows: string[]): string => {
  try {
    find(...rows)
  } catch (error) {
    if (error instanceof SheetUnreadable) return `${error.refusal.code} ${error.refusal.messageZh}`
    throw error
  }
  throw new Error('the headings were found')
}

describe('a heading names what it names without its marks, notes and unit', () => {
  it.each([
    ['*身份证号码（18位）', '身份证号码', undefined],
    ['姓名[必填]', '姓名', undefined],
    ['身份证号（必填项）', '身份证号', undefined],
    ['金额（单位：万元）', '金额', '万元'],
    ['金额\n（元/人）', '金额', '元'],
    ['出 生 日 期（格式：yyyy-mm-dd）：', '出生日期', undefined],
    ['【必填】金额(千元)', '金额', '千元'],
    ['身份证号（配偶）', '身份证号(配偶)', undefined],
    ['金额（应发）', '金额(应发)', undefined],
  ])('%j', (text, plain, unit) => {
    expect(headingText(text)).toMatchObject({ plain })
    expect(headingText(text).unit?.zh).toBe(unit)
  })
})

describe('headings', () => {
  it('stand under a title and thirty rows of instructions, and not much deeper', () => {
    const above = Array.from({ length: 30 }, (_, at) => `填报说明第${at + 1}条`)
    expect(columnsOf(...above, '编号,身份证号,金额')).toEqual({ 编号: 0, 身份证号: 1, 金额: 2 })
    expect(wordsOf(...above, ...above, '编号,身份证号,金额')).toMatch(/^SHEET_HEADINGS /)
  })

  it('may be split over rows: merged downwards, or under a group', () => {
    expect(columnsOf('编号,身份证号,发放,', ',,金额,姓名', '1,2,3,4')).toEqual({
      编号: 0,
      身份证号: 1,
      金额: 2,
      姓名: 3,
    })
    expect(columnsOf('编号,身份,,款,家属', ',证号,,实发金额,姓名', '1,2,,3,4')).toEqual({
      编号: 0,
      身份证号: 1,
      金额: 3,
      家属姓名: 4,
    })
  })

  it('that a second row divides are not those of the first: 金额 over 应发 and 实发 is no 金额', () => {
    expect(wordsOf('编号,身份证号,金额,', ',,应发,代扣', '1,2,3,4')).toMatch(/缺少：金额/)
    expect(columnsOf('编号,身份证号,金额,', ',,应发,实发金额', '1,2,3,4')).toMatchObject({ 金额: 3 })
  })

  it('under a group about somebody else are not those of the person', () => {
    expect(wordsOf('编号,家属,,金额', ',姓名,身份证号,', '1,2,3,4')).toMatch(/缺少：身份证号/)
  })

  it('that mean one column are refused, both named', () => {
    expect(wordsOf('编号,身份证号,发放金额,实发金额')).toMatch(/^SHEET_HEADING_TWICE .*“发放金额”、“实发金额”/)
    expect(wordsOf('编号,身份证号,金额,金额')).toMatch(/SHEET_HEADING_TWICE/)
  })

  it('mean the same in other words, and are refused where two of them do', () => {
    expect(columnsOf('编码,公民身份号码,实付金额')).toEqual({ 编号: 0, 身份证号: 1, 金额: 2 })
    expect(columnsOf('编号,居民身份证件号,本月发放金额')).toEqual({ 编号: 0, 身份证号: 1, 金额: 2 })
    expect(wordsOf('编号,身份证号,金额,实付金额')).toMatch(/^SHEET_HEADING_TWICE .*“金额”、“实付金额”/)
    // What is due is not what was paid, and somebody else's number is not the person's.
    expect(columnsOf('编号,身份证号,金额,应发金额,配偶身份证号码')).toEqual({ 编号: 0, 身份证号: 1, 金额: 2 })
  })

  it('that are nearest are named with what they lack, never with all columns', () => {
    expect(wordsOf('标题', '序号,身份证号,金额')).toBe(
      'SHEET_HEADING_MISSING 第 2 行像是标题行，缺少：编号（“序号”每张表都从 1 起，不能当作编号）',
    )
    expect(wordsOf('编号,身份证号,应发金额')).toContain('缺少：金额（相近的列：“应发金额”）')
    expect(wordsOf('甲,乙', '1,2')).toBe('SHEET_HEADINGS 没有哪一行像是发放表的标题行')
    expect(wordsOf()).toMatch(/^SHEET_HEADINGS /)
  })
})

describe('the unit of amounts', () => {
  const unitOf = (...rows: string[]) => [...find(...rows).headings.units.values()].map(({ zh }) => zh)
  it('stands in the heading, or over it, and goes with the heading wherever that is copied', () => {
    expect(unitOf('编号,身份证号,金额（万元）')).toEqual(['万元'])
    expect(unitOf('发放表', ',,单位：万元', '编号,身份证号,金额')).toEqual(['万元'])
    expect(unitOf('编号,身份证号,金额', ',,（万元）', '1,2,3')).toEqual(['万元'])
    expect(unitOf('编号,身份证号,金额', ',,万元', '1,2,3')).toEqual(['万元'])
    expect(unitOf('编号,身份证号,金额,姓名', ',,元,', '1,2,3,4')).toEqual(['元'])
    expect(find(',,单位：万元', '编号,身份证号,金额').headings.cells[2]).toBe('金额（万元）')
    expect(unitOf('编号,身份证号,金额')).toEqual(['元'])
  })

  it('is refused where two are said', () => {
    expect(wordsOf('单位：元', '编号,身份证号,金额（万元）')).toMatch(/^SHEET_UNITS .*万元、元/)
  })

  it.each([
    [['单位：万元'], ['万元']],
    [['（金额单位：元、人）'], ['元']],
    [['单位：人、万元'], ['万元']],
    [['单位：', '千元'], ['千元']],
    [['单位：人民币万元'], ['万元']],
    [['单位：元氏县退役军人事务局'], []],
    [['填报单位：雨湖区'], []],
    [['单位：亩、万元'], ['万元']],
    [['金额以千元计'], ['千元']],
    [['2025年3月', '（万元）'], ['万元']],
    [['填报单位：分水乡人民政府'], []],
    [['2025年3月发放 5 万元'], []],
  ])('is read in %j as %j', (cells, units) => {
    expect(unitsInTitle(cells).map(({ zh }) => zh)).toEqual(units)
  })

  it.each([
    ['5.20', '万元', '52000'],
    ['0.05', '万元', '500'],
    ['1,234.5', '千元', '1234500'],
    ['0.1234567', '万元', '1234.567'],
    ['52000', '分', '520'],
    ['5', '分', '0.05'],
    ['-0.5', '万元', '-5000'],
    ['5.2万元', '万元', '52000'],
    ['0', '万元', '0'],
  ])('makes yuan exactly of %s %s', (text, unit, amount) => {
    expect(inYuan(text, unitNamed(unit)!)).toEqual({ yuan: amount })
  })

  it('refuses an amount with another unit behind it', () => {
    expect(inYuan('52000元', unitNamed('万元')!)).toEqual({ fault: 'other unit' })
    expect(inYuan('5.2万', yuan)).toEqual({ fault: 'other unit' })
  })
})
