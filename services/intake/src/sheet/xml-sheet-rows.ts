import { mergeReader } from './merges.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { type CellType, hideColumns, mostColumns, workbookRow } from './sheet-row.ts'
import { type Met, mostRows, type StreamedRow } from './streamed-workbook.ts'
import { numberCell, type WorkbookCell } from './workbook-cell.ts'
import { addNamed, mostNamed } from './workbook-parts.ts'
import { grown, xmlPieces } from './xml-events.ts'

type Attributes = Readonly<Record<string, string>>

/** An attribute by its name without the prefix that its document gives it. */
const said = (attributes: Attributes, name: string): string | undefined => {
  for (const key in attributes) if (key === name || key.endsWith(`:${name}`)) return attributes[key]
  return undefined
}

/** The formats that Excel 2003 names instead of writing them out, as far as they show a number as something else. */
const namedFormats: Readonly<Record<string, NumberFormat>> = {
  'General Date': 'day',
  'Short Date': 'day',
  'Medium Date': 'day',
  'Long Date': 'day',
  'Short Time': 'time',
  'Medium Time': 'time',
  'Long Time': 'time',
  Percent: 'scaled',
}

const formatNamed = (code: string): NumberFormat => namedFormats[code] ?? numberFormat(164, code)

const instantCell = (value: string, format: NumberFormat): WorkbookCell => {
  const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?$/.exec(value.trim()) ?? []
  if (day === '') return { text: value, type: 'error' }
  // A time of day alone stands on the day before the first.
  if (/^(?:1899-12-3[01]|1904-01-01)$/.test(day) && clock !== '') return { text: clock, type: 'time' }
  if (format === 'month' && day.endsWith('-01')) return { text: day.slice(0, 7), type: 'day' }
  return { text: clock === '' || clock === '00:00:00' ? day : `${day} ${clock}`, type: 'day' }
}

const cellOf = (type: string, value: string, format: NumberFormat, { daySystem }: Met): WorkbookCell => {
  switch (type) {
    case 'Number':
      return numberCell(value, format, daySystem)
    case 'DateTime':
      return instantCell(value, format)
    case 'Boolean':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', type: 'boolean' }
    case 'Error':
      return { text: value, type: 'error' }
    default:
      return { text: value }
  }
}

const place = (attributes: Attributes, name: string, at: number, most: number): number => {
  const index = said(attributes, name)
  const next = index === undefined ? at : Number(index)
  if (!(next >= at && next <= most)) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
  return next
}

/** How many further rows or columns an attribute says. */
const further = (attributes: Attributes, name: string): number =>
  Math.min(Math.max(0, Number(said(attributes, name) ?? 0)) || 0, mostRows)

/**
 * The rows of all sheets of an XML Spreadsheet of Excel 2003 that have anything in them.
 * @throws {SheetUnreadable}
 */
export async function* xmlSheetRows(content: AsyncIterable<string>, met: Met): AsyncGenerator<StreamedRow> {
  const formats = new Map<string, NumberFormat>()
  let style = ''
  let done: StreamedRow[] = []
  let row = 0
  let column = 0
  let rowFormat: string | undefined
  let columns: { to: number; style: string | undefined }[] = []
  let hidden = false
  let cells: string[] = []
  let types: (CellType | undefined)[] | undefined
  let cell: { style: string | undefined; formula: boolean; type: string; value: string | undefined } | undefined
  let lastColumn = 0
  let inData = false
  let inVisible = false
  let inDate1904 = false
  let asideDepth = 0
  let hiddenColumns = new Set<number>()
  let merges = mergeReader()

  const styleAt = (at: number) => columns.find(({ to }) => at <= to)?.style
  const keep = () => {
    if (!cell) return
    const format = formats.get(cell.style ?? rowFormat ?? styleAt(column) ?? 'Default') ?? 'number'
    const read: WorkbookCell | undefined =
      cell.value !== undefined
        ? cellOf(cell.type, cell.value, format, met)
        : cell.formula
          ? { text: '#CALC!', type: 'error' }
          : undefined
    if (!read || (read.text === '' && read.type === undefined)) return
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = read.text
    if (read.type === undefined) return
    types ??= []
    types[column - 1] = read.type
  }

  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    Style: (attributes) => {
      if (formats.size > mostNamed) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
      style = said(attributes, 'ID') ?? ''
      formats.set(style, formats.get(said(attributes, 'Parent') ?? 'Default') ?? 'number')
    },
    NumberFormat: (attributes) => formats.set(style, formatNamed(said(attributes, 'Format') ?? 'General')),
    Date1904: () => {
      met.daySystem = '1904'
      inDate1904 = true
    },
    Worksheet: (attributes) => {
      addNamed(met.sheets, { name: said(attributes, 'Name') ?? '', hidden: false })
      row = 0
      columns = []
      hiddenColumns = new Set()
      merges = mergeReader()
    },
    Visible: () => {
      inVisible = true
    },
    Column: (attributes) => {
      const from = place(attributes, 'Index', (columns.at(-1)?.to ?? 0) + 1, mostColumns)
      const to = from + further(attributes, 'Span')
      columns.push({ to: from - 1, style: undefined })
      columns.push({ to, style: said(attributes, 'StyleID') })
      if (said(attributes, 'Hidden') === '1') hideColumns(hiddenColumns, from - 1, to - 1)
    },
    Row: (attributes) => {
      row = place(attributes, 'Index', row + 1, mostRows)
      hidden = said(attributes, 'Hidden') === '1'
      rowFormat = said(attributes, 'StyleID')
      cells = []
      types = undefined
      lastColumn = 0
    },
    Cell: (attributes) => {
      column = place(attributes, 'Index', lastColumn + 1, mostColumns)
      lastColumn = column + further(attributes, 'MergeAcross')
      merges.add({
        row,
        lastRow: row + further(attributes, 'MergeDown'),
        column: column - 1,
        lastColumn: lastColumn - 1,
      })
      const formula = said(attributes, 'Formula') !== undefined
      cell = { style: said(attributes, 'StyleID'), formula, type: 'String', value: undefined }
    },
    Data: (attributes) => {
      if (!cell) return
      inData = true
      cell.type = said(attributes, 'Type') ?? 'String'
      cell.value = ''
    },
  }
  const isAside = (name: string) => name === 'Comment' || name === 'PhoneticText'
  const close: Readonly<Record<string, () => void>> = {
    Data: () => {
      inData = false
    },
    Cell: () => {
      keep()
      cell = undefined
    },
    Row: () => {
      if (cells.length === 0) return
      const whole = workbookRow(row, cells, { typed: types, hidden, hiddenColumns })
      done.push({ sheet: met.sheets.length - 1, row: merges.of(whole), repeated: 1 })
    },
    Visible: () => {
      inVisible = false
    },
    Date1904: () => {
      inDate1904 = false
    },
  }
  const listener = {
    open: (name: string, attributes: Attributes) => {
      if (asideDepth > 0 || isAside(name)) asideDepth += isAside(name) ? 1 : 0
      else if (Object.hasOwn(open, name)) open[name]!(attributes)
      else if (inData && name === 'Br' && cell) cell.value = grown(cell.value ?? '', '\n')
    },
    text: (piece: string) => {
      if (asideDepth > 0) return
      if (inData && cell) cell.value = grown(cell.value ?? '', piece)
      else if (inVisible && piece.startsWith('Sheet')) met.sheets.at(-1)!.hidden = true
      else if (inDate1904 && /^(?:0|false)/i.test(piece.trim())) met.daySystem = '1900'
    },
    close: (name: string) => {
      if (asideDepth > 0) asideDepth -= isAside(name) ? 1 : 0
      else if (Object.hasOwn(close, name)) close[name]!()
    },
  }
  for await (const _ of xmlPieces(content, listener)) {
    const rows = done
    done = []
    yield* rows
  }
}
