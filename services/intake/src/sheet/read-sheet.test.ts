import { describe, expect, it } from 'vitest'
import type { OpenSheet } from './open-sheet.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'

const number = '430302196803142018'
const format: SheetFormat = {
  titleZh: '发放表',
  titleEn: 'payments',
  department: 'finance',
  system: 'payments',
  type: 'finance.PaymentDisbursed.v2',
  columns: [
    { headings: ['编号'], cell: 'number', to: ['/id'], needed: true },
    { headings: ['身份证号'], cell: 'citizenNumber', to: ['/data/person/citizenNumber'], needed: true },
    { headings: ['姓名'], cell: 'text', to: ['/data/name'] },
    { headings: ['金额'], cell: 'yuan', to: ['/data/amount'], needed: true },
    { headings: ['付款日期'], cell: 'day', to: ['/data/paidOn'], needed: true },
  ],
  datedBy: '/data/paidOn',
}
const headings = '编号,身份证号,姓名,金额,付款日期'
const paid = (id: string, more: { name?: string; amount?: string; person?: string; day?: string } = {}) =>
  [id, more.person ?? number, more.name ?? '贺致远', more.amount ?? '500', more.day ?? '2025-03-10'].join(',')

const sheetOf = (rows: readonly SheetRow[], more: Partial<OpenSheet> = {}): OpenSheet => ({
  kind: 'csv',
  delimiter: ',',
  encoding: 'utf-8',
  notes: [],
  rows: async function* () {
    yield* rows
  },
  ...more,
})
const rowsOf = (...texts: string[]): SheetRow[] => texts.map((text, at) => ({ row: at + 1, cells: text.split(',') }))

const linesOf = async (sheet: OpenSheet) => {
  const lines: string[] = []
  for await (const line of readSheet(sheet, format, {})) {
    if (line.kind === 'headings') continue
    if (line.kind === 'skipped') lines.push(line.why)
    else if ('faults' in line.said) lines.push(line.said.faults.map(({ code }) => code).join(' '))
    else lines.push(`${line.said.event.id} ${(line.said.event.data as { amount: number }).amount}`)
  }
  return lines
}
const read = (...texts: string[]) => linesOf(sheetOf(rowsOf(...texts)))
const refusal = async (...texts: string[]) => {
  const error = await read(...texts).catch((fault: unknown) => fault)
  if (!(error instanceof SheetUnreadable)) throw error
  return error.refusal.code
}

describe('rows that are none of the data are skipped and told', () => {
  it.each([
    ['合　计,,,1000,', 'total'],
    ['总计（大写）壹仟元整,,,,', 'total'],
    [',总计,,1000,', 'total'],
    [',2人,小计：,1000,', 'total'],
    ['合计（元）,,,1000,', 'total'],
    ['合计,2人,—,1000,2025-03-10', 'total'],
    ['制表人：张三,,,审核：李四,', 'signature'],
    ['单位负责人（签字）：,,,,', 'signature'],
    ['填报日期：2025年3月10日,,,,', 'signature'],
    ['2025年3月10日,,,,', 'signature'],
    [',,,,二〇二五年三月十日', 'signature'],
    [',,2025.3.10,,', 'signature'],
    [',,,,2025 年   月   日', 'signature'],
    ['注：本表一式两份,,,,', 'signature'],
    ['第 2 页 共 3 页,,,,', 'page'],
    ['-2-,,,,', 'page'],
    ['发放表（第2页）,,,,', 'title'],
    [headings, 'headings'],
    [paid('示例（不报送）'), 'example'],
    [' , ,,,', 'blank'],
  ])('%j is of the kind %s', async (text, kind) => {
    expect(await read('发放表（第1页）,,,,', headings, paid('P-1'), text, paid('P-2'))).toEqual([
      'P-1 50000',
      kind,
      'P-2 50000',
    ])
  })

  it('but a row with what is needed is data, whatever its cells are called, and one with a person’s number is refused', async () => {
    expect(await read(headings, paid('P-1', { name: '合计' }), paid('审核', { name: '制表' }))).toEqual([
      'P-1 50000',
      '审核 50000',
    ])
    expect(await read(headings, `,${number},小计,500,2025-03-10`)).toEqual(['CELL_NEEDED'])
  })
})

describe('a row is checked against its headings', () => {
  it('with more filled cells it is refused, with empty ones behind it is not', async () => {
    expect(await read(headings, `${paid('P-1')},x`, `${paid('P-2')},,`)).toEqual(['ROW_LONGER', 'P-2 50000'])
  })

  it('that ends before a needed cell is refused', async () => {
    expect(await read(headings, `P-1,${number},贺致远,500`)).toEqual(['ROW_SHORTER'])
  })

  it('whose amount was cut at its comma is refused, though it has as many cells as there are headings', async () => {
    const rows = rowsOf(
      '编号,身份证号,付款日期,金额,备注',
      `P-1,${number},2025-03-10,1,020.00`,
      `P-2,${number},2025-03-10,5,无`,
    )
    expect(await linesOf(sheetOf(rows))).toEqual(['ROW_COMMA', 'P-2 500'])
  })

  it('into which a quotation mark has drawn others is refused', async () => {
    const rows = [
      ...rowsOf(headings),
      { row: 2, cells: ['P-1', number, `贺\nP-2,${number},王,500,2025-03-10\n`, '500', '2025-03-10'] },
      { row: 3, cells: ['P-3', number, '贺\n致远', '500', '2025-03-10'] },
    ]
    expect((await linesOf(sheetOf(rows)))[0]).toBe('ROW_QUOTES')
  })

  it('that is UTF-8 in a file of GB18030 is refused', async () => {
    const garbled = new TextDecoder('gb18030').decode(Buffer.from(paid('P-1', { name: '贺强' })))
    const rows = rowsOf(headings, garbled, paid('P-2'))
    expect(await linesOf(sheetOf(rows, { encoding: 'gb18030' }))).toEqual(['ROW_ENCODING', 'P-2 50000'])
  })

  it('under other headings than the first is not read at all', async () => {
    expect(await refusal(headings, paid('P-1'), '编号,身份证号,姓名,付款日期,金额', 'P-2')).toBe(
      'SHEET_HEADINGS_CHANGE',
    )
  })
})

describe('amounts', () => {
  it('are read in the unit that is said, and a note below that says another one refuses the sheet', async () => {
    const inWan = headings.replace('金额', '金额（万元）')
    expect(await read(headings, ',,,万元,', paid('P-1', { amount: '5.20' }))).toEqual(['P-1 5200000'])
    expect(await read(headings, '—,,,元,', paid('P-1'))).toEqual(['headings', 'P-1 50000'])
    expect(await refusal(headings, '—,,,万元,', paid('P-1'))).toBe('SHEET_UNITS')
    expect(await refusal(headings, paid('P-1'), headings, ',,,单位：千元,', paid('P-2'))).toBe('SHEET_UNITS')
    expect(await read(inWan, paid('P-1', { amount: '5.20' }), paid('P-2', { amount: '52000元' }))).toEqual([
      'P-1 5200000',
      'CELL_OTHER_UNIT',
    ])
    expect(await refusal(headings, paid('P-1', { amount: '5.20' }), '注：金额单位：万元,,,,')).toBe('SHEET_UNITS')
  })
})

describe('a workbook’s cells are refused where their type is not that of the column', () => {
  const typedRow = (cells: string[], typed: SheetRow['typed']) =>
    linesOf(sheetOf([...rowsOf(headings), { row: 2, cells, typed: typed! }], { kind: 'xlsx', daySystem: '1904' }))
  it('a day in a column of numbers, a truth, an error', async () => {
    expect(
      await typedRow(
        ['2025-03-01', number, 'TRUE', '#SPILL!', '2025-03-10'],
        ['day', undefined, 'boolean', 'error', 'day'],
      ),
    ).toEqual(['CELL_CODE_DAY CELL_BOOLEAN CELL_ERROR'])
  })

  it('and a plain number in a column of days counts from the workbook’s own first day', async () => {
    const rows = [
      ...rowsOf(headings),
      {
        row: 2,
        cells: ['1', number, '贺', '500', '44264'],
        typed: ['number', undefined, undefined, 'number', 'number'] as const,
      },
    ]
    for await (const line of readSheet(sheetOf(rows, { kind: 'xlsx', daySystem: '1904' }), format, {}))
      if (line.kind === 'said') expect(line.said).toMatchObject({ event: { data: { paidOn: '2025-03-10' } } })
  })
})

describe('a merged cell', () => {
  const over = (row: number, column: number, text: string, more: { lastRow?: number; lastColumn?: number } = {}) => ({
    row,
    lastRow: row + 2,
    column,
    lastColumn: column,
    text,
    type: undefined,
    ...more,
  })
  const merged = (texts: readonly string[], ...merges: ReturnType<typeof over>[]) =>
    rowsOf(headings, ...texts).map((row) => ({
      ...row,
      merged: merges.filter((merge) => merge.row <= row.row && row.row <= merge.lastRow),
    }))

  it('says the same of each row that it lies over', async () => {
    const rows = merged(
      [paid('A-1'), `A-2,,,300,2025-03-11`, `A-3,,,200,2025-03-12`],
      over(2, 1, number),
      over(2, 2, '贺致远'),
    )
    const said = []
    for await (const line of readSheet(sheetOf(rows, { kind: 'xlsx' }), format, {}))
      if (line.kind === 'said') said.push([line.cells[2], 'event' in line.said && line.said.event.data])
    const data = (amount: number, paidOn: string) =>
      expect.objectContaining({ person: { citizenNumber: number }, name: '贺致远', amount, paidOn })
    expect(said).toEqual([
      ['贺致远', data(50000, '2025-03-10')],
      ['贺致远', data(30000, '2025-03-11')],
      ['贺致远', data(20000, '2025-03-12')],
    ])
  })

  it('of an amount or of the row’s own number is refused in each of them, for it may be the sum', async () => {
    const rows = merged([paid('A-1'), `,${number},,,2025-03-11`], over(2, 0, 'A-1'), over(2, 3, '500'))
    expect(await linesOf(sheetOf(rows, { kind: 'xlsx' }))).toEqual([
      'CELL_MERGED CELL_MERGED',
      'CELL_MERGED CELL_MERGED',
    ])
    // As the refused file gives them back, until somebody has put them right.
    const back = []
    for await (const line of readSheet(sheetOf(rows, { kind: 'xlsx' }), format, {})) back.push(line.cells.join(','))
    expect(await read(...back)).toEqual(['CELL_MERGED CELL_MERGED', 'CELL_MERGED CELL_MERGED'])
  })

  it('over two columns is refused, but where the second has no heading', async () => {
    const wide = merged([paid('A-1', { name: '' })], over(2, 1, number, { lastRow: 2, lastColumn: 2 }))
    expect(await linesOf(sheetOf(wide, { kind: 'xlsx' }))).toEqual(['CELL_MERGED'])
    const beyond = merged([paid('A-1')], over(2, 4, '2025-03-10', { lastRow: 2, lastColumn: 5 }))
    expect(await linesOf(sheetOf(beyond, { kind: 'xlsx' }))).toEqual(['A-1 50000'])
  })

  it('hides what a program has left under it', async () => {
    const under = merged(
      [paid('A-1'), paid('A-2', { name: '藏' }), paid('A-3', { person: '藏' })],
      over(2, 2, '贺致远'),
      over(2, 1, ''),
    )
    const names = []
    for await (const line of readSheet(sheetOf(under, { kind: 'xlsx' }), format, {}))
      if (line.kind === 'said') names.push([line.cells[1], line.cells[2]])
    expect(names).toEqual([
      [number, '贺致远'],
      ['', '贺致远'],
      ['', '贺致远'],
    ])
  })

  it('of the title or the headings says nothing of the rows', async () => {
    const rows = merged([paid('A-1', { name: '' })], over(1, 2, '姓名', { lastRow: 4 }))
    expect(await linesOf(sheetOf(rows, { kind: 'xlsx' }))).toEqual(['A-1 50000'])
  })
})
