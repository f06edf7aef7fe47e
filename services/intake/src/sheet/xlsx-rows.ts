import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { type CellType, hideColumns, mostColumns, type SheetRow, workbookRow } from './sheet-row.ts'
import { numberCell, type WorkbookCell } from './workbook-cell.ts'
import { stringReader, type Workbook, type WorkbookSheet } from './workbook-parts.ts'
import { grown, xmlPieces } from './xml-events.ts'
import type { ZipParts } from './zip-parts.ts'

/** The column of a cell by its letters: 0 for A1. */
export const columnOf = (place: string): number => {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

const dayOfIso = (text: string): WorkbookCell => ({
  text: text.replace('T', ' ').replace(/ 00:00:00.*$/, ''),
  type: 'day',
})

const cellOf = (
  {
    type,
    style,
    value,
    inline,
    formula,
  }: { type: string; style: number; value: string | undefined; inline: string; formula: boolean },
  { sharedStrings, formats, daySystem }: Workbook,
): WorkbookCell | undefined => {
  if (type === 'inlineStr') return { text: inline }
  // A formula that was never worked out (a program wrote it) has no value that anybody has seen.
  if (value === undefined) return formula ? { text: '#CALC!', type: 'error' } : undefined
  switch (type) {
    case 's': {
      const text = sharedStrings[Number(value)]
      if (text === undefined) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      return { text }
    }
    case 'str':
      return { text: value }
    case 'b':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', type: 'boolean' }
    case 'e':
      return { text: value, type: 'error' }
    case 'd':
      return dayOfIso(value)
    default:
      return numberCell(value, formats[style] ?? 'number', daySystem)
  }
}

/**
 * The rows of a sheet that have anything in them, one by one; of the sheet a piece is held at a time.
 * @throws {SheetUnreadable}
 */
export async function* xlsxRows(zip: ZipParts, workbook: Workbook, { part }: WorkbookSheet): AsyncGenerator<SheetRow> {
  let done: SheetRow[] = []
  let row = 0
  let hidden = false
  let cells: string[] = []
  let types: (CellType | undefined)[] | undefined
  let column = -1
  let cell = { type: 'n', style: 0, value: undefined as string | undefined, inline: '', formula: false }
  let inValue = false
  const inline = stringReader()
  let inCell = false
  const hiddenColumns = new Set<number>()

  const keep = () => {
    const read = cellOf({ ...cell, inline: inline.take() }, workbook)
    if (!read || (read.text === '' && read.type === undefined)) return
    while (cells.length < column) cells.push('')
    cells[column] = read.text
    if (read.type === undefined) return
    types ??= []
    types[column] = read.type
  }

  const listener = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        const said = attributes.r === undefined ? row + 1 : Number(attributes.r)
        if (!(said > row)) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
        row = said
        hidden = attributes.hidden === '1' || attributes.hidden === 'true'
        cells = []
        types = undefined
        column = -1
      } else if (name === 'col') {
        if (attributes.hidden === '1' || attributes.hidden === 'true')
          hideColumns(hiddenColumns, Number(attributes.min) - 1, Number(attributes.max) - 1)
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        if (column < 0 || column >= mostColumns) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
        inCell = true
        cell = {
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: undefined,
          inline: '',
          formula: false,
        }
      } else if (inCell) {
        if (name === 'v') {
          inValue = true
          cell.value = ''
        } else if (name === 'f') cell.formula = true
        else inline.open(name)
      }
    },
    text: (piece: string) => {
      if (!inCell) return
      if (inValue) cell.value = grown(cell.value ?? '', piece)
      else inline.text(piece)
    },
    close: (name: string) => {
      if (name === 'v') inValue = false
      else if (name === 'c') {
        keep()
        inCell = false
      } else if (name === 'row') {
        if (cells.length > 0) done.push(workbookRow(row, cells, { typed: types, hidden, hiddenColumns }))
      } else if (inCell) inline.close(name)
    },
  }
  for await (const _ of xmlPieces(zip.text(part), listener)) {
    const rows = done
    done = []
    yield* rows
  }
}
