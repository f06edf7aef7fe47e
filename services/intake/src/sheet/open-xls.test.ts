import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { SheetUnreadable } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'
import { smallXls } from './small-xls.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-xls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'handed-over.csv')

const read = async (bytes: Buffer) => {
  writeFileSync(file, bytes)
  const sheet = await openSheet(file)
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) rows.push(row)
  return { sheet, rows }
}

it('an .xls is read as its cells are: days by their format, numbers as typed, hidden rows marked', async () => {
  const { sheet, rows } = await read(smallXls())
  expect(sheet).toMatchObject({ kind: 'xls', sheet: '名册', daySystem: '1900' })
  expect(sheet.notes.map(({ zh }) => zh)).toEqual(['未读取的隐藏工作表：“旧表”'])
  expect(rows).toEqual([
    { row: 1, cells: ['编号', '姓名', '住址'] },
    { row: 2, cells: ['R-1', '贺致远', '莲花巷8号'] },
    { row: 3, cells: ['1020.1', '2025-03-10', 'TRUE'], typed: ['number', 'day', 'boolean'] },
    {
      row: 4,
      cells: ['4.30302196803142e+17', '0.07', '12345'],
      typed: ['number', 'number', 'number'],
      hidden: true,
    },
  ])
})

it('an .xls whose program counts more strings than it writes, or names its stream in capitals, is read as any other', async () => {
  const whole = await read(smallXls())
  const bytes = smallXls()
  const name = bytes.indexOf(Buffer.from('Workbook', 'utf16le'))
  bytes.write('WORKBOOK', name, 'utf16le')
  let table = bytes.indexOf(Buffer.from([0xfc, 0x00]))
  while (bytes.readUInt32LE(table + 8) > 100) table = bytes.indexOf(Buffer.from([0xfc, 0x00]), table + 1)
  bytes.writeUInt32LE(bytes.readUInt32LE(table + 8) + 5, table + 8)
  expect((await read(bytes)).rows).toEqual(whole.rows)
})

it('a damaged .xls is read or named as such, and never hangs', async () => {
  const whole = smallXls()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const bytes = Buffer.from(cut % 3 === 0 ? whole.subarray(0, Math.max(8, cut)) : whole)
        for (const [at, value] of changes) if (at >= 8 && at < bytes.length) bytes[at] = value
        const outcome = await read(bytes).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SheetUnreadable)
      },
    ),
    { numRuns: 300 },
  )
})
