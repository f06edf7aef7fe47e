import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { smallXlsb } from './small-xlsb.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-xlsb-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'handed-over.xls')

const read = async (bytes: Buffer) => {
  writeFileSync(file, bytes)
  const sheet = await openSheet(file)
  const rows = []
  for await (const row of sheet.rows()) rows.push(row)
  return { sheet, rows }
}

describe('a binary workbook (.xlsb)', () => {
  it('is read as its cells are: days by their format, hidden rows marked, merged cells told', async () => {
    const { sheet, rows } = await read(smallXlsb())
    expect(sheet).toMatchObject({ kind: 'xlsb', sheet: '名册', daySystem: '1900' })
    expect(sheet.notes.map(({ zh }) => zh)).toEqual(['未读取的隐藏工作表：“旧表”'])
    const merged = [{ row: 2, lastRow: 5, column: 1, lastColumn: 1, text: '贺致远', type: undefined }]
    expect(rows).toEqual([
      { row: 1, cells: ['编号', '姓名', '住址'] },
      { row: 2, cells: ['R-1', '贺致远', '莲花巷8号'], merged },
      { row: 3, cells: ['1020.1', '2025-03-10', 'TRUE'], typed: ['number', 'day', 'boolean'], merged },
      {
        row: 4,
        cells: ['4.30302196803142e+17', '0.07', '#N/A'],
        typed: ['number', 'number', 'error'],
        hidden: true,
        merged,
      },
      { row: 5, cells: ['R-2', '', 'b'], merged },
    ])
  })
})
