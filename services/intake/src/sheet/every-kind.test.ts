import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { workbookOf, zipOf } from './zip.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-kinds-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'sheet')

type Table = readonly (readonly string[])[]

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** Spreadsheets write `_x0041_` for a character that XML lacks, and so `_x005F_` for the line that would begin such a one. */
const inXlsx = (text: string) => xml(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
const rowsAs = (table: Table, row: (cells: string) => string, cell: (text: string) => string) =>
  table.map((cells) => row(cells.map(cell).join(''))).join('')

const quoted = (table: Table, delimiter = ',') =>
  table.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)}\r\n`).join('')

const ods = (table: Table) => {
  const paragraphs = (text: string) =>
    text
      .split('\n')
      .map((line) => `<text:p>${xml(line).replaceAll(/ +/g, ({ length }) => `<text:s text:c="${length}"/>`)}</text:p>`)
      .join('')
  const rows = rowsAs(
    table,
    (cells) => `<table:table-row>${cells}</table:table-row>`,
    (text) => `<table:table-cell office:value-type="string">${paragraphs(text)}</table:table-cell>`,
  )
  return `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document>`
}
const xlsx = (table: Table, place: (text: string) => string, strings = '') =>
  workbookOf([{ name: 'a', rows: rowsAs(table, (cells) => `<row>${cells}</row>`, place) }], { strings })

const written: Readonly<Record<string, (table: Table) => Buffer>> = {
  csv: (table) => Buffer.from(quoted(table)),
  'csv in GB18030': (table) => iconv.encode(quoted(table), 'gb18030'),
  'text in UTF-16': (table) => iconv.encode(quoted(table, '\t'), 'utf-16le', { addBOM: true }),
  'xlsx of inline strings': (table) =>
    xlsx(table, (text) => `<c t="inlineStr"><is><t xml:space="preserve">${inXlsx(text)}</t></is></c>`),
  'xlsx of shared strings': (table) => {
    const texts = [...new Set(table.flat())]
    const strings = texts.map((text) => `<si><r><t>${inXlsx(text)}</t></r><rPh><t>yin</t></rPh></si>`).join('')
    return xlsx(table, (text) => `<c t="s"><v>${texts.indexOf(text)}</v></c>`, strings)
  },
  'flat ods': (table) => Buffer.from(ods(table)),
  ods: (table) =>
    zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': ods(table),
      'META-INF/manifest.xml': '<m/>',
    }),
  'xml of 2003': (table) =>
    Buffer.from(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:s"><Worksheet ss:Name="a"><Table>${rowsAs(
        table,
        (cells) => `<Row>${cells}</Row>`,
        (text) => `<Cell><Data ss:Type="String">${xml(text).replaceAll('\n', '&#10;')}</Data></Cell>`,
      )}</Table></Worksheet></Workbook>`,
    ),
}

// No semicolon: a CSV without headings that has more of them than commas is read as one that they divide.
const letters = fc.constantFrom(...'贺致远省𠮷·Aé019 ,"\'&<>_x-/\n，。（）'.split(/(?:)/u))
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: letters }, fc.constantFrom('_x0041_', '&amp', '""', '  ')), { maxLength: 8 })
  .map((parts) => parts.join(''))
// What nothing follows is left out by some programs and written by others, so a table has a last cell in every row.
const table = fc.array(
  fc.array(text, { minLength: 2, maxLength: 4 }).map((cells) => ['起', ...cells, '止']),
  { minLength: 2, maxLength: 6 },
)

it('a table says the same in every kind of file that it is written in', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(...Object.keys(written)), async (cells, kind) => {
      writeFileSync(file, written[kind]!(cells))
      const read: (readonly string[])[] = []
      for await (const row of (await openSheet(file)).rows()) read.push(row.cells)
      expect(read).toEqual(cells)
    }),
    { numRuns: 400 },
  )
})
