import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleMark } from '@hub/intake/sheet/other-rows.ts'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sheetListText, sheetText } from './sheets/sheet-text.ts'
import { templateOf } from './sheets/template.ts'
import { allSheets, sheetNamed } from './sheets/type-sheets.ts'
import { writeTemplate } from './sheets-command.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-sheets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const written = async (type: string) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await writeTemplate(type, join(folder, 'template.xlsx')))
  return workbook
}
const texts = (sheet: ExcelJS.Worksheet, row: number) =>
  (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1).map(String)

describe('the list of sheets', () => {
  it('has every type of every department with its title and the headings that it needs', () => {
    const text = sheetListText()
    for (const { definition } of allSheets()) expect(text).toContain(`${definition.type}  `)
    expect(sheetListText('hr')).not.toContain('finance.')
    expect(sheetListText('civil-affairs')).toMatch(/MarriageRegistered\.v1 {2}结婚登记\n.*结婚日期/)
  })
})

describe('a sheet', () => {
  it('is found by its type, with and without version and department, by its titles, in any case', () => {
    for (const name of ['civil-affairs.MarriageRegistered.v1', 'marriageregistered', '结婚登记', '结婚登记表'])
      expect(sheetNamed(name).definition.name).toBe('MarriageRegistered')
    expect(sheetNamed('死亡登记台账').ofSystem).toBe(true)
    expect(sheetNamed('DeathRegistered').ofSystem).toBe(false)
  })

  it('that is not there is told with the nearest names; a name of several with those', () => {
    expect(() => sheetNamed('结婚登机')).toThrow(/MarriageRegistered/)
    expect(() => sheetNamed('FactRetracted')).toThrow(/finance\.FactRetracted.*hr\.FactRetracted/)
    expect(sheetNamed('FactRetracted', 'hr').definition.type).toBe('hr.FactRetracted.v1')
  })

  it('is shown with its columns, what they hold, their codes and an example', () => {
    const text = sheetText(sheetNamed('MarriageRegistered'))
    expect(text).toContain('*配偶 姓名')
    expect(text).toContain('1995-05-01')
    expect(text).toContain('公安')
  })
})

describe('a template', () => {
  it('is a workbook with the type, headings, an example that is marked, and instructions in both languages', async () => {
    const workbook = await written('MarriageRegistered')
    const sheet = workbook.worksheets[0]!
    expect(texts(sheet, 1)[0]).toContain('civil-affairs.MarriageRegistered.v1')
    expect(texts(sheet, 2)).toEqual(expect.arrayContaining(['*编号', '*配偶 姓名', '结婚证字号']))
    expect(texts(sheet, 3)[0]).toBe(exampleMark)
    const instructions = workbook.getWorksheet('填写说明')!
    expect(texts(instructions, 3).join()).toMatch(/一行.*A row/)
  })

  it('keeps every digit: its columns are text, those to be reckoned with apart', async () => {
    const sheet = (await written('PaymentDisbursed')).worksheets[0]!
    const formats = texts(sheet, 2).map((heading, at) => [heading, sheet.getColumn(at + 1).numFmt])
    expect(formats).toContainEqual(['*身份证号', '@'])
    expect(formats.find(([heading]) => heading === '*金额（元）')?.[1]).not.toBe('@')
  })

  it('has drop-downs for codes; long lists stand on a sheet of their own', async () => {
    const workbook = await written('VeteranRegistered')
    const sheet = workbook.worksheets[0]!
    const ruleOf = (heading: string) => sheet.getCell(10, texts(sheet, 2).indexOf(heading) + 1).dataValidation
    expect(ruleOf('*性别')?.formulae).toEqual(['"男,女,未知,未说明"'])
    const [place] = ruleOf('民族')!.formulae as string[]
    const [, column] = /^'代码'!\$([A-Z]+)\$2/.exec(place!)!
    expect(workbook.getWorksheet('代码')!.getCell(`${column}2`).value).toBe('汉族')
  })

  it('is written for every sheet', async () => {
    for (const sheet of allSheets().filter((_sheet, at) => at % 10 === 0))
      expect((await templateOf(sheet)).byteLength).toBeGreaterThan(5000)
  })
})
