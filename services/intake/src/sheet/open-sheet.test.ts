import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { findHeadings } from './find-headings.ts'
import { openSheet } from './open-sheet.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'
import { type FixtureSheet, workbookOf, zipOf } from './zip.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'handed-over')

const format: SheetFormat = {
  titleZh: '名册',
  titleEn: 'roll',
  department: 'hr',
  system: 'roll',
  type: 'hr.EmploymentStarted.v1',
  columns: [
    { headings: ['编号'], cell: 'number', to: ['/id'], needed: true },
    { headings: ['姓名'], cell: 'text', to: ['/data/name'], needed: true },
    { headings: ['住址'], cell: 'text', to: ['/data/addressLine'] },
  ],
  datedBy: '/data/startedOn',
}

const read = async (bytes: string | Buffer) => {
  writeFileSync(file, bytes)
  const sheet = await openSheet(file, format)
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) rows.push(row)
  return { sheet, rows }
}
const cellsOf = async (bytes: string | Buffer) => (await read(bytes)).rows.map(({ cells }) => cells)
const codeOf = async (bytes: string | Buffer) => {
  const error = await read(bytes).catch((fault: unknown) => fault)
  if (!(error instanceof SheetUnreadable)) throw error
  return error.refusal.code
}

const table = [
  ['编号', '姓名', '住址'],
  ['R-1', '贺致远', '莲花巷8号'],
]
const text = table.map((row) => row.join(',')).join('\r\n')

describe('a text', () => {
  const encodings: readonly [string, Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16LE with its mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16LE without', iconv.encode(text, 'utf-16le')],
    ['UTF-16BE with its mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16BE without', iconv.encode(text, 'utf-16be')],
  ]
  it.each(encodings)('is read as %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(table)
  })

  it.each([',', '\t', ';', '，', '|', '；'])(
    'is read with its cells kept apart by %j, under a title without any',
    async (delimiter) => {
      const rows = table.map((row) => row.join(delimiter)).join('\n')
      expect(await cellsOf(`2025年名册，共1人；请核对\r\n${rows}`)).toEqual([expect.anything(), ...table])
    },
  )

  it('is read by the delimiter that sep= says, and that line is no row', async () => {
    const { rows } = await read(`sep=^\r\n${table.map((row) => row.join('^')).join('\r\n')}`)
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual(table.map((cells, at) => [at + 1, cells]))
  })

  it('ends before the Ctrl-Z and the zeros of DOS programs', async () => {
    expect(await cellsOf(`${text}\r\n\u001A\0\0`)).toEqual(table)
  })

  it('of UTF-8 stays so when a few of its bytes are broken, and shows where', async () => {
    const bytes = Buffer.from(text)
    const rows = await cellsOf(Buffer.concat([bytes.subarray(0, -5), bytes.subarray(-4)]))
    expect(rows[0]).toEqual(table[0])
    expect(rows[1]![2]).toContain('\uFFFD')
  })
})

describe('a file that is no sheet is named', () => {
  const files: readonly [string, string | Buffer][] = [
    ['SHEET_EMPTY', ''],
    ['SHEET_EMPTY', '\uFEFF\r\n \r\n'],
    ['SHEET_PDF', '%PDF-1.7\n'],
    ['SHEET_JSON', '\uFEFF[ {"id": 1}]'],
    ['SHEET_JSON', '{"id": "R-1"}\n{"id": "R-2"}\n'],
    ['SHEET_HTML', '\r\n<html><table><tr><td>编号</td></tr></table></html>'],
    ['SHEET_HTML', iconv.encode('<table><tr><td>编号</td></tr></table>', 'utf-16le', { addBOM: true })],
    ['SHEET_IMAGE', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['SHEET_ARCHIVE', Buffer.from('1f8b0800', 'hex')],
    ['SHEET_ARCHIVE', zipOf({ '名册.csv': text })],
    ['SHEET_DOCUMENT', zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' })],
    ['SHEET_NO_TEXT', Buffer.from('0300010000000000c1c2c3c4', 'hex')],
    ['SHEET_BIG_FIVE', iconv.encode('編號,姓名,住址\r\nR-1,賀致遠,蓮花巷', 'big5')],
    ['SHEET_DAMAGED', workbookOf([{ name: '名册', rows: '<row><c><v>1</c></row>' }])],
    ['SHEET_DAMAGED', workbookOf([{ name: '名册', rows: '' }]).subarray(0, 200)],
    ['SHEET_QUOTES', `${text}\r\n"R-2,贺致远`],
  ]
  it.each(files)('as %s', async (code, bytes) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('as no file: a folder, a pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    for (const path of [folder, pipe])
      await expect(openSheet(path)).rejects.toMatchObject({ refusal: { code: 'SHEET_NO_FILE' } })
  })

  it('as not to be read, when the system does not let it', async () => {
    const loop = join(folder, 'loop.csv')
    symlinkSync(loop, loop)
    await expect(openSheet(loop)).rejects.toMatchObject({ refusal: { code: 'SHEET_NO_ACCESS' } })
  })

  it('as changed, when it is no longer what was opened', async () => {
    writeFileSync(file, text)
    const sheet = await openSheet(file, format)
    const rows = sheet.rows()[Symbol.asyncIterator]()
    await rows.next()
    writeFileSync(file, `${text}\r\nR-2,贺,巷`)
    const rest = async () => {
      for (let at = await rows.next(); !at.done; at = await rows.next());
    }
    await expect(rest()).rejects.toMatchObject({ refusal: { code: 'SHEET_CHANGED' } })
    await expect(sheet.rows()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      refusal: { code: 'SHEET_CHANGED' },
    })
  })

  it('as too large, when a row has more cells than a sheet, or no end', async () => {
    expect(await codeOf(`${text}${','.repeat(20_000)}`)).toBe('SHEET_TOO_LARGE')
    expect(await codeOf('x'.repeat(3 * 1024 * 1024))).toBe('SHEET_QUOTES')
  })

  it('and a text whose first heading begins as a zip or a picture does is a text', async () => {
    expect(await cellsOf('PK批次,编号,姓名\n1,R-1,贺')).toHaveLength(2)
    expect(await cellsOf('BM编码,编号,姓名\n1,R-1,贺')).toHaveLength(2)
    const said = '<Workbook xmlns=urn:schemas-microsoft-com:office:spreadsheet>'
    expect(await cellsOf(`编号,姓名\nR-1,${said}`)).toEqual([
      ['编号', '姓名'],
      ['R-1', said],
    ])
  })
})

const cell = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`
const rowsOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
const named = (name: string, state?: string): FixtureSheet => ({
  name,
  rows: rowsOf(table),
  ...(state ? { state } : {}),
})

describe('a workbook', () => {
  it('is read by the sheet that has the headings, and tells of the others', async () => {
    const other = { name: '说明', rows: rowsOf([['填表说明']]) }
    const { sheet, rows } = await read(workbookOf([other, named('旧表', 'hidden'), named('名册')]))
    expect(sheet.sheet).toBe('名册')
    expect(rows.map(({ cells }) => cells)).toEqual(table)
    expect(sheet.notes.map(({ zh }) => zh)).toEqual(['未读取的工作表：“说明”', '未读取的隐藏工作表：“旧表”'])
  })

  it('with two sheets that fit is refused, and so is one whose only one is hidden; headings without rows are none', async () => {
    expect(await codeOf(workbookOf([named('一月'), named('二月')]))).toBe('SHEETS_ALIKE')
    expect(
      await codeOf(workbookOf([named('一月', 'veryHidden'), { name: '说明', rows: rowsOf([['填表说明']]) }])),
    ).toBe('SHEET_HIDDEN')
    const template = { name: '样表', rows: rowsOf(table.slice(0, 1)) }
    expect((await read(workbookOf([template, named('一月')]))).sheet.sheet).toBe('一月')
  })

  it('gives strings without how they are pronounced, and cells with their types', async () => {
    const strings = '<si><r><t>贺</t></r><r><t xml:space="preserve">致远</t></r><rPh sb="0" eb="1"><t>he</t></rPh></si>'
    const formats = ['[$-804]yyyy"年"m"月"d"日";@', 'yyyy"年"m"月"', '000000', 'h:mm']
    const cells = [
      '<c r="B2" t="s"><v>0</v></c>',
      '<c s="1"><v>45726</v></c>',
      '<c s="2"><v>45717</v></c>',
      '<c s="3"><v>42</v></c>',
      '<c s="4"><v>0.5</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c><f>A1*2</f><v>1020.0999999999999</v></c>',
      '<c><f>A1*2</f></c>',
      '<c t="str"><f>A1</f><v>甲</v></c>',
      '<c><v>4.3030219680314202E+17</v></c>',
    ]
    const { rows } = await read(
      workbookOf([{ name: 'a', rows: `<row r="2" hidden="1">${cells.join('')}</row>` }], { strings, formats }),
    )
    expect(rows).toEqual([
      {
        row: 2,
        hidden: true,
        cells: [
          '',
          '贺致远',
          '2025-03-10',
          '2025-03',
          '000042',
          '12:00:00',
          'TRUE',
          '#N/A',
          '1020.1',
          '#CALC!',
          '甲',
          '4.30302196803142e+17',
        ],
        typed: [
          undefined,
          undefined,
          'day',
          'day',
          'number',
          'time',
          'boolean',
          'error',
          'number',
          'error',
          undefined,
          'number',
        ],
      },
    ])
  })

  it('tells its hidden columns, and which of them are read', async () => {
    const bytes = zipOf({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="1" Type="x/worksheet" Target="s.xml"/></Relationships>',
      'xl/s.xml': `<worksheet><cols><col min="1" max="1"/><col min="2" max="2" hidden="1"/><col min="9" max="99999" hidden="true"/></cols><sheetData>${rowsOf(table)}</sheetData></worksheet>`,
    })
    const { rows } = await read(bytes)
    expect(rows[0]!.hiddenColumns?.has(1)).toBe(true)
    expect(findHeadings(format, rows).headings.hidden.map(({ headings: [heading] }) => heading)).toEqual(['姓名'])
  })

  it('counts its days from 1904 where it says so', async () => {
    const rows = '<row><c s="1"><v>44264</v></c></row>'
    const bytes = workbookOf([{ name: 'a', rows }], { formats: ['yyyy-mm-dd'], date1904: true })
    expect(await cellsOf(bytes)).toEqual([['2025-03-10']])
  })

  it('that holds what no sheet holds is named before it fills the memory', async () => {
    expect(await codeOf(workbookOf([named('名册')], { strings: '<si/>'.repeat(9_000_000) }))).toBe('SHEET_TOO_LARGE')
    expect(await codeOf(workbookOf([named('名册')], { formats: Array(100_001).fill('0') }))).toBe('SHEET_TOO_LARGE')
    expect(await codeOf(workbookOf([{ name: 'a', rows: '<row>'.repeat(1000) }]))).toBe('SHEET_DAMAGED')
    expect(
      await codeOf(workbookOf([{ name: 'a', rows: `<row><c t="inlineStr"><is><t>${'<x/>y'.repeat(1_100_000)}` }])),
    ).toBe('SHEET_TOO_LARGE')
  })

  it('of which two parts have one name is damaged: programs would read either', async () => {
    const bytes = zipOf({ 'xl/workbook.xml': '<a/>', 'XL/workbook.xml': '<b/>' })
    expect(await codeOf(bytes)).toBe('SHEET_DAMAGED')
  })

  it('that would unpack to far more than it is, is not unpacked', async () => {
    const bytes = workbookOf([{ name: 'a', rows: '<row></row>'.padEnd(80 * 1024 * 1024) }])
    expect(await codeOf(bytes)).toBe('SHEET_TOO_LARGE')
  })
})
