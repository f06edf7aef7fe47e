import { mergeReader } from './merges.ts'
import { odsCell, odsTextReader } from './ods-cell.ts'
import { odsStyleReader } from './ods-styles.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { type CellType, hideColumns, mostColumns, workbookRow } from './sheet-row.ts'
import { type Met, mostRows, type StreamedRow } from './streamed-workbook.ts'
import { addNamed } from './workbook-parts.ts'
import { xmlPieces } from './xml-events.ts'

/** What stands in a sheet and is no cell of it: notes, pictures, forms, what was there before, copies of other files. */
const aside = new Set([
  'annotation',
  'tracked-changes',
  'dde-links',
  'shapes',
  'forms',
  'content-validations',
  'frame',
  'custom-shape',
  'control',
  'g',
  'rect',
  'ellipse',
  'circle',
  'line',
  'path',
  'polygon',
  'polyline',
  'connector',
  'caption',
  'measure',
  'ruby-text',
])

const isCell = (name: string) => name === 'table-cell' || name === 'covered-table-cell'

const repeatedIn = (attributes: Readonly<Record<string, string>>, key: string): number => {
  const times = Number(attributes[key] ?? 1)
  if (!(times >= 1)) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
  return times
}

/**
 * The rows of all sheets of an OpenDocument file that have anything in them, from the XML of its content.
 * @param styleSheet the XML of its styles, if they stand apart
 * @throws {SheetUnreadable}
 */
export async function* odsRows(
  content: AsyncIterable<string>,
  styleSheet: AsyncIterable<string> | undefined,
  met: Met,
): AsyncGenerator<StreamedRow> {
  const { listener: styleListener, styles } = odsStyleReader()
  if (styleSheet) for await (const _ of xmlPieces(styleSheet, styleListener));
  let done: StreamedRow[] = []
  let asideDepth = 0
  let tableDepth = 0
  let row = 0
  let rowRepeated = 1
  let rowStyle: string | undefined
  let hidden = false
  let cells: string[] = []
  let types: (CellType | undefined)[] | undefined
  let column = 0
  let columnStyles: { to: number; style: string | undefined }[] = []
  let cell: Readonly<Record<string, string>> | undefined
  let hiddenColumns = new Set<number>()
  let merges = mergeReader()
  const text = odsTextReader()

  const openTable = (attributes: Readonly<Record<string, string>>) => {
    const style = attributes['table:style-name']
    addNamed(met.sheets, {
      name: attributes['table:name'] ?? '',
      hidden: style !== undefined && styles.isHidden(style),
    })
    row = 0
    columnStyles = []
    hiddenColumns = new Set()
    merges = mergeReader()
  }
  const openRow = (attributes: Readonly<Record<string, string>>) => {
    row += rowRepeated
    rowRepeated = repeatedIn(attributes, 'table:number-rows-repeated')
    rowStyle = attributes['table:default-cell-style-name']
    const visibility = attributes['table:visibility'] ?? 'visible'
    hidden = visibility !== 'visible'
    cells = []
    types = undefined
    column = 0
  }
  const styleAt = (at: number) => columnStyles.find(({ to }) => at < to)?.style
  const keepCell = (attributes: Readonly<Record<string, string>>, isCovered: boolean) => {
    const said = text.take()
    const times = repeatedIn(attributes, 'table:number-columns-repeated')
    const own = attributes['table:style-name'] ?? rowStyle ?? styleAt(column)
    const read = isCovered ? undefined : odsCell(attributes, said, styles.formatOf(own))
    const at = column
    column += times
    if (!read || (read.text === '' && read.type === undefined)) return
    if (column > mostColumns) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
    const [rows = 1, columns = 1] = ['rows', 'columns'].map((of) =>
      Number(attributes[`table:number-${of}-spanned`] ?? 1),
    )
    merges.add({ row, lastRow: Math.min(row + rows - 1, mostRows), column: at, lastColumn: at + columns - 1 })
    while (cells.length < at) cells.push('')
    for (let place = at; place < column; place++) {
      cells[place] = read.text
      if (read.type === undefined) continue
      types ??= []
      types[place] = read.type
    }
  }
  const closeRow = () => {
    if (cells.length === 0) return
    const whole = workbookRow(row, cells, { typed: types, hidden, hiddenColumns })
    done.push({ sheet: met.sheets.length - 1, row: merges.of(whole), repeated: rowRepeated })
  }

  const listener = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (asideDepth > 0 || aside.has(name)) {
        if (aside.has(name)) asideDepth++
      } else if (name === 'table') {
        if (++tableDepth === 1) {
          openTable(attributes)
          rowRepeated = 1
        }
      } else if (tableDepth === 0) {
        if (name === 'null-date' && attributes['table:date-value']?.startsWith('1904')) met.daySystem = '1904'
        styleListener.open(name, attributes)
      } else if (tableDepth > 1) return
      else if (name === 'table-column') {
        const from = columnStyles.at(-1)?.to ?? 0
        const to = from + repeatedIn(attributes, 'table:number-columns-repeated')
        if ((attributes['table:visibility'] ?? 'visible') !== 'visible') hideColumns(hiddenColumns, from, to - 1)
        columnStyles.push({ to, style: attributes['table:default-cell-style-name'] })
        if (columnStyles.length > mostColumns) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      } else if (name === 'table-row') openRow(attributes)
      else if (isCell(name)) {
        cell = attributes
        text.take()
      } else if (cell) text.open(name, attributes)
    },
    text: (piece: string) => {
      if (asideDepth > 0) return
      if (cell) text.text(piece)
      else if (tableDepth === 0) styleListener.text(piece)
    },
    close: (name: string) => {
      if (asideDepth > 0) {
        if (aside.has(name)) asideDepth--
      } else if (name === 'table') tableDepth--
      else if (tableDepth === 0) styleListener.close(name)
      else if (tableDepth > 1) return
      else if (isCell(name)) {
        if (cell) keepCell(cell, name === 'covered-table-cell')
        cell = undefined
      } else if (name === 'table-row') closeRow()
      else if (cell) text.close(name)
    },
  }
  for await (const _ of xmlPieces(content, listener)) {
    const rows = done
    done = []
    yield* rows
  }
}
