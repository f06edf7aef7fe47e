import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { chooseFormat } from './choose-format.ts'
import { templateOf } from './template.ts'
import { allSheets, sheetNamed, type TypeSheet } from './type-sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-template-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'template.xlsx')

const filled = async (sheet: TypeSheet, number: string | undefined) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await templateOf(sheet)).buffer as ArrayBuffer)
  if (number !== undefined) {
    const [own] = workbook.worksheets
    const headings = own!.getRow(2).values as ExcelJS.CellValue[]
    own!.getCell(3, headings.indexOf('*编号')).value = number
  }
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()))
  return chooseFormat(file, sheet.definition.department as Parameters<typeof chooseFormat>[1])
}
const saidIn = async ({ sheet, format }: Awaited<ReturnType<typeof filled>>) => {
  const said = []
  for await (const line of readSheet(sheet, format, {})) if (line.kind === 'said') said.push(line.said)
  return said
}

describe('a template of which the example row is made one’s own', () => {
  const some = allSheets().filter(({ ofSystem }, at) => !ofSystem && at % 12 === 0)
  it.each(some.map((sheet) => [sheet.definition.type, sheet] as const))(
    'is taken as %s, and as nothing else',
    async (type, sheet) => {
      expect(await saidIn(await filled(sheet, undefined))).toEqual([])
      const chosen = await filled(sheet, 'LIST-2025-1')
      expect(chosen.format.type).toBe(type)
      expect(await saidIn(chosen)).toEqual([
        {
          event: expect.objectContaining({
            id: expect.stringContaining('LIST-2025-1'),
            data: sheet.definition.example,
          }),
          repairs: expect.anything(),
        },
      ])
    },
    30_000,
  )
})

it('the notes of a template have each column with its meaning, and each rule with what becomes of what breaks it', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await templateOf(sheetNamed('VeteranRegistered'))).buffer as ArrayBuffer)
  const rows: string[] = []
  workbook.getWorksheet('填写说明')!.eachRow(({ values }) => rows.push((values as unknown[]).slice(1).join(' | ')))
  const told = rows.join('\n')
  expect(told).toMatch(/^姓名 \| name \| 是 \| 姓名，各部分以“·”分隔 \| name of a person/m)
  expect(told).toMatch(/出生日期.*身份号码.*birth date in the citizen number.* \| 提示 noticed \| [A-Z_]+$/m)
  expect(told).toMatch(/ \| 拒收 refused \| [A-Z_]+$/m)
  expect(told).toContain('2025-03/1')
})
