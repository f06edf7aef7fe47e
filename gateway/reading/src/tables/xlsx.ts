import type { Cell } from './cells.ts'
import { type ExportTable, type Tally, tallied } from './export-table.ts'
import { pagesOf } from './list.ts'
import { type ZipEntry, zipOf } from './zip.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const escaped = (text: string) => text.replace(/[&<>"\r]/g, (sign) => escapes[sign]!)

/** Styles by number: 0 as it is, 1 text (so that nobody's program turns digits into a number), 2 a heading. */
const styles =
  `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font>` +
  '<font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>'

const letters = Array.from({ length: 26 * 27 }, (_, at) =>
  at < 26
    ? String.fromCharCode(65 + at)
    : String.fromCharCode(64 + Math.floor(at / 26)) + String.fromCharCode(65 + (at % 26)),
)

const cellXml = (cell: Cell, place: string, style = 1): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const rowXml = (cells: readonly Cell[], number: number, style?: number) =>
  `<row r="${number}">${cells.map((cell, at) => cellXml(cell, `${letters[at]}${number}`, style)).join('')}</row>`

const sheetStart = (widths: readonly number[], frozen: boolean) =>
  `${xml}<worksheet xmlns="${main}">` +
  (frozen
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '') +
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`
const sheetEnd = '</sheetData></worksheet>'

/** Rows that are written at once: few, so that little is held. */
const rowsAPiece = 50

/** A name that a sheet may have: 31 signs, none of []:*?/\ */
const sheetName = (title: string) => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const fixedParts = (title: string): ZipEntry[] => {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>` +
      [1, 2]
        .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${media}.worksheet+xml"/>`)
        .join('') +
      '</Types>',
    '_rels/.rels': `${xml}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${xml}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
      `<sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/>` +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${xml}<Relationships xmlns="${packageRelationships}">` +
      [1, 2]
        .map((n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
        .join('') +
      `<Relationship Id="rId3" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  }
  return Object.entries(parts).map(([name, content]) => ({ name, content: [content] }))
}

/**
 * A table as XLSX (ECMA-376): the rows on the first sheet, on the second, 说明, what they are. Written as it is read:
 * a page is held at a time, whatever the number of rows.
 */
export async function* xlsxOf(
  table: ExportTable,
  onTally: (tally: Tally) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const { pages, tally } = tallied(table)
  async function* rows() {
    const headings = table.columns.map(({ heading }) => heading)
    yield sheetStart(
      table.columns.map(({ width }) => width),
      true,
    ) + rowXml(headings, 1, 2)
    let number = 1
    for await (const page of pages)
      for (const part of pagesOf(page, rowsAPiece)) yield part.map((row) => rowXml(row, ++number)).join('')
    yield sheetEnd
  }
  function* about() {
    const end = tally()
    onTally(end)
    yield sheetStart([24, 100], false) + end.about.map((line, at) => rowXml(line, at + 1)).join('') + sheetEnd
  }
  yield* zipOf([
    ...fixedParts(table.title),
    { name: 'xl/worksheets/sheet1.xml', content: rows() },
    { name: 'xl/worksheets/sheet2.xml', content: about() },
  ])
}
