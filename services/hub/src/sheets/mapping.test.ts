import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mappedFormat } from '@hub/intake/sheet/mapped-format.ts'
import { parseMapping } from '@hub/intake/sheet/mapping.ts'
import { MappingUnusable } from '@hub/intake/sheet/mapping-refusals.ts'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseFormat } from './choose-format.ts'
import { mappingText, proposalText, proposedMapping, readMapping } from './mapping-file.ts'
import { sheetNamed } from './type-sheets.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-mapping-'))
  file = join(folder, 'sheet.csv')
})
afterEach(() => rmSync(folder, { recursive: true }))

const office = [
  '月份,序号,公民号,指令,本月发放,到账日,回单号,备注',
  '2025-03,1,430302196803142018,ZF-1,0.05,2025-03-10,B-1,无',
].join('\n')

const mapping = {
  type: 'PaymentDisbursed',
  columns: {
    公民号: '/data/person/citizenNumber',
    指令: '支付指令编号',
    本月发放: { to: 'amount', unit: '万元' },
    到账日: 'paidOn',
    回单号: '银行流水号',
    备注: '',
  },
  fixed: { 行政区划: '430302', 经办人编号: 'O-1001' },
  id: ['月份', '序号'],
  system: 'pay',
}

const eventsOf = async (said: unknown) => {
  const { format, sheet } = await chooseFormat(file, 'finance', { mapping: parseMapping(said) })
  const events: unknown[] = []
  for await (const line of readSheet(sheet, format, {})) if (line.kind === 'said') events.push(line.said)
  return events
}

const messageOf = (said: unknown) => {
  try {
    mappedFormat(sheetNamed('PaymentDisbursed').format, parseMapping(said))
  } catch (error) {
    if (error instanceof MappingUnusable) return `${error.refusal.code} ${error.message} ${error.refusal.messageZh}`
    throw error
  }
  return undefined
}

describe('a mapping', () => {
  it('reads an office’s own layout: its headings, units, fixed values, a number of several columns', async () => {
    writeFileSync(file, office)
    expect(await eventsOf(mapping)).toEqual([
      expect.objectContaining({
        event: expect.objectContaining({
          id: 'PaymentDisbursed/2025-03/1',
          source: '/departments/finance/pay',
          data: expect.objectContaining({
            person: { citizenNumber: '430302196803142018' },
            amount: 50_000,
            region: '430302',
            handledBy: [{ officialId: 'O-1001', duty: '经办' }],
          }),
        }),
      }),
    ])
  })

  it('says their words for our codes', () => {
    const { format } = sheetNamed('就业登记表')
    const { columns } = mappedFormat(
      format,
      parseMapping({ columns: { 来源: { to: 'via', codes: { 自己找的: '自主' } } } }),
    )
    expect(columns[0]).toMatchObject({ headings: ['来源'], to: ['/data/via'], needed: true })
  })

  it('may be a sheet as well', async () => {
    const csv = join(folder, 'mapping.csv')
    writeFileSync(
      csv,
      [
        '原列标题,字段,固定值,单位,代码对照',
        '月份,编号,,,',
        '序号,编号,,,',
        '公民号,身份证号,,,',
        '本月发放,金额,,万元,',
        '备注,,,,',
        ',行政区划,430302,,',
      ].join('\n'),
    )
    expect(await readMapping(csv)).toEqual({
      columns: { 公民号: { to: ['身份证号'] }, 本月发放: { to: ['金额'], unit: '万元' }, 备注: '' },
      fixed: { 行政区划: '430302' },
      id: ['月份', '序号'],
    })
  })

  it.each([
    ['an unknown field, with the nearest', { columns: { 甲: '身份证好' } }, /MAPPING_FIELD.*身份证号/],
    ['a field twice', { columns: { 甲: '金额', 乙: 'amount' } }, /MAPPING_TWICE/],
    ['a field that is fixed too', { columns: { 甲: '行政区划' }, fixed: { region: '430302' } }, /MAPPING_TWICE/],
    ['a unit of what is no amount', { columns: { 甲: { to: 'paidOn', unit: '万元' } } }, /MAPPING_VALUE.*甲/],
    ['a unit that is none', { columns: { 甲: { to: 'amount', unit: '斤' } } }, /MAPPING_VALUE/],
    ['a fixed value that the field cannot have', { columns: {}, fixed: { paidOn: '昨天' } }, /MAPPING_VALUE/],
    ['a fixed value that is still to be filled', { columns: {}, fixed: { 行政区划: '' } }, /MAPPING_OPEN.*行政区划/],
    ['another form', { headings: {} }, /MAPPING_FORM.*对照表/],
  ])('is refused with %s', (_what, said, words) => {
    expect(messageOf(said)).toMatch(words)
  })

  it('is refused with a heading that the sheet does not have, with the nearest', async () => {
    writeFileSync(file, office)
    const { 公民号, ...rest } = mapping.columns
    await expect(eventsOf({ ...mapping, columns: { ...rest, 公民号码: 公民号 } })).rejects.toThrow(/公民号码.*公民号/)
  })
})

describe('a first mapping of an office’s sheet', () => {
  it('has what is recognised, leaves the rest empty, and names what is needed', async () => {
    writeFileSync(file, `三月发放表\n${office.replace('公民号', '身份证号码').replace('本月发放', '金额（万元）')}`)
    const { definition, format } = sheetNamed('PaymentDisbursed')
    const proposal = await proposedMapping(file, definition.type, format)
    expect(proposal.mapping.columns).toMatchObject({ 身份证号码: '身份证号', '金额（万元）': '金额', 回单号: '' })
    expect(proposal.missing).toContain('银行流水号')
    expect(proposal.mapping.fixed).toMatchObject({ 行政区划: '' })
    expect(proposalText(proposal, 'x.json')).toContain('回单号')
    for (const name of ['mapping.json', 'mapping.csv']) {
      const to = join(folder, name)
      writeFileSync(to, mappingText(proposal.mapping, to))
      const back = await readMapping(to)
      expect(Object.keys(back.columns)).toEqual(Object.keys(proposal.mapping.columns))
      expect(readFileSync(to, 'utf8')).toContain('身份证号')
    }
  })
})

describe('the sheet that a file is', () => {
  const chosen = async (text: string, department: 'finance' | 'civil-affairs', type?: string) => {
    writeFileSync(file, text)
    return (await chooseFormat(file, department, { type })).format
  }

  it('is known by its headings, and by a template’s mark over them', async () => {
    const marriage =
      '编号,身份证号,配偶姓名,结婚日期,行政区划,经办人编号\nM-1,430302196803142018,何秋荷,1995-05-01,430302,O-1'
    expect((await chosen(marriage, 'civil-affairs')).type).toBe('civil-affairs.MarriageRegistered.v1')
    const death = '编号,身份证号,死亡日期,死亡依据\nM-1,430302196803142018,2025-03-01,医学证明'
    expect((await chosen(death, 'civil-affairs')).system).toBe('death-sheet')
    expect((await chosen(`civil-affairs.DeathRegistered.v1\n${death}`, 'civil-affairs')).system).toBe('sheets')
    expect((await chosen(death, 'civil-affairs', '死亡登记')).system).toBe('sheets')
  })

  it('is asked for where several could be meant', async () => {
    await expect(chosen('编号,身份证号,原因\nM-1,430302196803142018,甲', 'finance')).rejects.toThrow(
      /--type.*finance\./,
    )
  })

  it('is that of the older system where nothing is known, so that its reading says what is missing', async () => {
    expect((await chosen('甲,乙\n1,2', 'finance')).system).toBe('disbursement-sheet')
  })
})
