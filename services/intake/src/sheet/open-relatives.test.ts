import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { SheetUnreadable } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'
import { smallXlsb } from './small-xlsb.fixture.ts'
import { zipOf } from './zip.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'handed-over.xls')

const read = async (bytes: string | Buffer) => {
  writeFileSync(file, bytes)
  const sheet = await openSheet(file)
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) rows.push(row)
  return { sheet, rows }
}
const codeOf = async (bytes: string | Buffer) => {
  const error = await read(bytes).catch((fault: unknown) => fault)
  if (!(error instanceof SheetUnreadable)) throw error
  return error.refusal.code
}

const spaces = ['office', 'table', 'text', 'style', 'number', 'calcext']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ')
const manifest = (more = '') =>
  `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:m">${more}</manifest:manifest>`
const odsStyles = `<number:date-style style:name="N1"><number:year/><number:text>年</number:text><number:month/></number:date-style>
<number:text-style style:name="N2"><number:text-content/><style:map style:condition="value()&gt;=0" style:apply-style-name="N1"/></number:text-style>
<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="6"/></number:number-style>
<number:number-style style:name="N4"><number:number number:min-integer-digits="1" number:display-factor="1000"/></number:number-style>
<style:style style:name="month" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="six" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="thousands" style:family="table-cell" style:parent-style-name="in-thousands"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>`
const namedStyles = `<office:document-styles ${spaces}><number:number-style style:name="N4"><number:number number:display-factor="1000"/></number:number-style>
<style:style style:name="in-thousands" style:family="table-cell" style:data-style-name="N4"/></office:document-styles>`
const ods = (tables: string, more: Readonly<Record<string, string>> = {}) =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': manifest(),
    'styles.xml': namedStyles,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${odsStyles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  })
const table = (rows: string, name = '名册', style = 'seen') =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`
const p = (text: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`

describe('an OpenDocument sheet', () => {
  it('is read as its cells are: typed, with their formats, without notes and what was there before', async () => {
    const cells = [
      p('<text:span>贺</text:span>致远<office:annotation><text:p>批注</text:p></office:annotation>'),
      p('莲花巷<text:s text:c="2"/>8号</text:p><text:p>二楼'),
      '<table:table-cell office:value-type="date" office:date-value="2025-03-10"><text:p>25/3/10</text:p></table:table-cell>',
      '<table:table-cell table:style-name="month" office:value-type="date" office:date-value="2025-03-01"/>',
      '<table:table-cell office:value-type="date" office:date-value="2025-03-10T09:30:00"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT36H05M00S"/>',
      '<table:table-cell office:value-type="float" office:value="1020.1"/>',
      '<table:table-cell table:style-name="six" office:value-type="float" office:value="42"/>',
      '<table:table-cell table:style-name="thousands" office:value-type="float" office:value="42000"/>',
      '<table:table-cell office:value-type="percentage" office:value="0.5"/>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell office:value-type="string" calcext:value-type="error" office:string-value=""><text:p>#N/A</text:p></table:table-cell>',
      '<table:table-cell table:formula="of:=[.A1]"/>',
      '<table:table-cell office:value-type="float" office:value="4.30302196803142E+017"/>',
    ]
    const before =
      '<table:tracked-changes><table:table-cell><text:p>旧</text:p></table:table-cell></table:tracked-changes>'
    const { sheet, rows } = await read(ods(before + table(row(cells.join(''), ' table:visibility="filter"'))))
    expect(sheet).toMatchObject({ kind: 'ods', sheet: '名册' })
    const month = [['2025-03', 'day']]
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ row: 1, hidden: true })
    expect(rows[0]!.cells.map((cell, at) => [cell, rows[0]!.typed?.[at]])).toEqual([
      ['贺致远', undefined],
      ['莲花巷  8号\n二楼', undefined],
      ['2025-03-10', 'day'],
      ...month,
      ['2025-03-10 09:30:00', 'day'],
      ['36:05:00', 'time'],
      ['1020.1', 'number'],
      ['000042', 'number'],
      ['42000', 'scaled'],
      ['0.5', 'scaled'],
      ['TRUE', 'boolean'],
      ['#N/A', 'error'],
      ['#CALC!', 'error'],
      ['4.30302196803142e+17', 'number'],
    ])
  })

  it('that repeats empty cells to its end and rows to the last one takes no room, and repeated values are values', async () => {
    const end = '<table:table-cell table:number-columns-repeated="16380"/>'
    const { rows } = await read(
      ods(
        table(
          [
            row(p('甲', ' table:number-columns-repeated="3"') + end),
            row('<table:table-cell/>', ' table:number-rows-repeated="4"'),
            row(p('乙'), ' table:number-rows-repeated="2"'),
            row(`<table:table-cell table:number-columns-repeated="16384"/>`, ' table:number-rows-repeated="1048569"'),
          ].join(''),
        ),
      ),
    )
    expect(rows).toEqual([
      { row: 1, cells: ['甲', '甲', '甲'] },
      { row: 6, cells: ['乙'] },
      { row: 7, cells: ['乙'] },
    ])
  })

  it('of which a few bytes say a million full rows is not unfolded', async () => {
    const full = p('甲', ' table:number-columns-repeated="16384"')
    expect(await codeOf(ods(table(row(full, ' table:number-rows-repeated="1048576"'))))).toBe('SHEET_TOO_LARGE')
    expect(await codeOf(ods(table(row(p('甲'), ' table:number-rows-repeated="9999999999"'))))).toBe('SHEET_TOO_LARGE')
    expect(await codeOf(ods(table(row(p('甲', ' table:number-columns-repeated="9999999"')))))).toBe('SHEET_TOO_LARGE')
    expect(await codeOf(ods(table(row(p('甲', ' table:number-columns-repeated="-1"')))))).toBe('SHEET_DAMAGED')
  })

  it('tells its hidden columns', async () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    const { rows } = await read(ods(table(columns + row(p('甲') + p('乙') + p('丙')))))
    expect([...rows[0]!.hiddenColumns!]).toEqual([2])
    const xml = '<Column/><Column ss:Index="3" ss:Span="1" ss:Hidden="1"/>'
    const read2003 = await read(xmlSheet(worksheet(`${xml}<Row>${data('String', '甲')}</Row>`)))
    expect([...read2003.rows[0]!.hiddenColumns!]).toEqual([2, 3])
  })

  it('tells merged cells and other sheets; a hidden one is not read', async () => {
    const merged = p('贺致远', ' table:number-rows-spanned="2" table:number-columns-spanned="1"')
    const { sheet, rows } = await read(
      ods(
        table(row(p('旧')), '旧表', 'hidden') +
          table(
            row(p('R-1') + merged) +
              row(`${p('R-2')}<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>`),
          ) +
          table(row(p('说明')), '说明'),
      ),
    )
    expect(sheet.notes.map(({ zh }) => zh)).toEqual(['未读取的工作表：“说明”', '未读取的隐藏工作表：“旧表”'])
    const over = { row: 1, lastRow: 2, column: 1, lastColumn: 1, text: '贺致远', type: undefined }
    expect(rows).toEqual([
      { row: 1, cells: ['R-1', '贺致远'], merged: [over] },
      { row: 2, cells: ['R-2'], merged: [over] },
    ])
  })

  it('is named where it is encrypted, a document, or not whole', async () => {
    const encrypted = manifest('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
    expect(await codeOf(ods('', { 'META-INF/manifest.xml': encrypted }))).toBe('SHEET_ENCRYPTED')
    expect(await codeOf(ods('', { mimetype: 'application/vnd.oasis.opendocument.text' }))).toBe('SHEET_DOCUMENT')
    expect(await codeOf(ods('<table:table>'))).toBe('SHEET_DAMAGED')
    expect(await codeOf(ods(''))).toBe('SHEET_EMPTY')
  })

  it('may stand in one XML file', async () => {
    const flat = `<?xml version="1.0"?>\n<office:document ${spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table(row(p('甲')))}</office:spreadsheet></office:body></office:document>`
    expect((await read(flat)).rows).toEqual([{ row: 1, cells: ['甲'] }])
  })
})

const xmlSheet = (sheets: string, more = '') => `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
 <ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel">${more}</ExcelWorkbook>
 <Styles><Style ss:ID="Default" ss:Name="Normal"/>
  <Style ss:ID="s1"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>
  <Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style>
  <Style ss:ID="s3"><NumberFormat ss:Format="Short Date"/></Style>
  <Style ss:ID="s4" ss:Parent="s3"/></Styles>
 ${sheets}</Workbook>`
const worksheet = (rows: string, name = '名册', more = '') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${more}</WorksheetOptions></Worksheet>`
const data = (type: string, value: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`

describe('an XML Spreadsheet of Excel 2003', () => {
  it('is read as its cells are', async () => {
    const cells = [
      data('String', '贺致远').replace(
        '</Cell>',
        '<Comment ss:Author="甲"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">批注</ss:Data></Comment></Cell>',
      ),
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>富</B>文本</ss:Data><PhoneticText xmlns="urn:schemas-microsoft-com:office:excel">fu</PhoneticText></Cell>',
      data('DateTime', '2025-03-10T00:00:00.000', ' ss:StyleID="s3"'),
      data('DateTime', '2025-03-01T00:00:00.000', ' ss:StyleID="s1"'),
      data('DateTime', '1899-12-31T09:30:00.000'),
      data('Number', '45726', ' ss:StyleID="s4"'),
      data('Number', '1020.0999999999999', ' ss:Index="8"'),
      data('Number', '0.5', ' ss:StyleID="s2"'),
      data('Boolean', '1'),
      data('Error', '#N/A'),
      '<Cell ss:Formula="=RC[-1]"/>',
      data('Number', '4.3030219680314202E+17'),
    ]
    const rows = `<Column ss:Span="2"/><Row ss:Index="3" ss:Hidden="1">${cells.join('\n')}</Row>`
    const whole = xmlSheet(
      worksheet(
        '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">题</Data></Cell></Row>',
        '旧表',
        '<Visible>SheetHidden</Visible>',
      ) + worksheet(rows),
    )
    for (const bytes of [
      Buffer.from(whole),
      iconv.encode(whole, 'utf-16le', { addBOM: true }),
      iconv.encode(whole, 'gb18030'),
    ]) {
      const { sheet, rows } = await read(bytes)
      expect(sheet).toMatchObject({ kind: 'xml', sheet: '名册' })
      expect(sheet.notes.map(({ zh }) => zh)).toEqual(['未读取的隐藏工作表：“旧表”'])
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({ row: 3, hidden: true })
      expect(rows[0]!.cells.map((cell, at) => [cell, rows[0]!.typed?.[at]])).toEqual([
        ['贺致远', undefined],
        ['富文本', undefined],
        ['2025-03-10', 'day'],
        ['2025-03', 'day'],
        ['09:30:00', 'time'],
        ['2025-03-10', 'day'],
        ['', undefined],
        ['1020.1', 'number'],
        ['0.5', 'scaled'],
        ['TRUE', 'boolean'],
        ['#N/A', 'error'],
        ['#CALC!', 'error'],
        ['4.30302196803142e+17', 'number'],
      ])
    }
  })

  it('counts a merged cell as so many, and its days from 1904 where it says so', async () => {
    const cells =
      data('String', '甲', ' ss:MergeAcross="1" ss:MergeDown="1"') + data('Number', '44264', ' ss:StyleID="s3"')
    const { rows } = await read(xmlSheet(worksheet(`<Row>${cells}</Row>`), '<Date1904/>'))
    expect(rows).toMatchObject([
      { row: 1, cells: ['甲', '', '2025-03-10'], merged: [{ row: 1, lastRow: 2, column: 0, lastColumn: 1 }] },
    ])
  })

  it('that is cut, goes back, or brings entities of its own is damaged', async () => {
    const whole = xmlSheet(worksheet(`<Row>${data('String', '甲')}</Row>`))
    expect(await codeOf(whole.slice(0, -30))).toBe('SHEET_DAMAGED')
    expect(await codeOf(xmlSheet(worksheet('<Row ss:Index="3"/><Row ss:Index="2"/>')))).toBe('SHEET_DAMAGED')
    const bomb = '<!DOCTYPE w [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;">]>'
    expect(await codeOf(whole.replace('<Workbook', `${bomb}<Workbook`).replace('>甲<', '>&b;<'))).toBe('SHEET_DAMAGED')
  })

  it('and XML that is none is named', async () => {
    expect(await codeOf('<?xml version="1.0"?><rows><row/></rows>')).toBe('SHEET_XML')
  })
})

it('a damaged relative is read or named as such, and never hangs', async () => {
  const wholes = [
    smallXlsb(),
    ods(table(row(p('甲') + p('乙'), ' table:number-rows-repeated="3"'))),
    Buffer.from(xmlSheet(worksheet(`<Row>${data('Number', '1')}${data('String', '甲')}</Row>`))),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...wholes),
      fc.array(fc.tuple(fc.nat(9999), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.nat(9999),
      async (whole, changes, cut) => {
        const bytes = Buffer.from(cut % 3 === 0 ? whole.subarray(0, Math.max(8, cut % whole.length)) : whole)
        for (const [at, value] of changes) if (at % whole.length < bytes.length) bytes[at % whole.length] = value
        const outcome = await read(bytes).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SheetUnreadable)
      },
    ),
    { numRuns: 300 },
  )
})
