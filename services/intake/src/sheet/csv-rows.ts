import { pipeline, Readable } from 'node:stream'
import { type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { mostColumns, type SheetRow } from './sheet-row.ts'
import { type Encoding, textOf, textStart } from './text-encoding.ts'

/** How the cells of a text are kept apart. */
export type TextForm = {
  encoding: Encoding
  delimiter: string
  /** Length of the line `sep=;` that Excel reads and does not show; 0 where there is none. */
  ahead: number
}

/** Most characters of a row. */
const maxRow = 1024 * 1024

const options = (delimiter: string): Options => ({
  delimiter,
  // All of them, so that a title with another line end than the rows does not run into them.
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: maxRow,
})

/** What offices' programs write between cells, the likeliest first. */
const delimiters = [',', '\t', ';', '，', '|', '；']
/** Rows by which the delimiter is found. */
const rowsLooked = 40

const firstRows = (text: string, delimiter: string): readonly (readonly string[])[] => {
  try {
    const rows = parseAtOnce(text, { ...options(delimiter), to: rowsLooked })
    return rows.filter(({ length }) => length <= mostColumns)
  } catch {
    // A quotation mark that does not close in what is looked at says nothing for this delimiter.
    return []
  }
}

/** How well rows stand in columns: the cells of those that have equally many. */
const evenness = (rows: readonly (readonly string[])[]): number =>
  Math.max(0, ...[...Map.groupBy(rows, ({ length }) => length)].map(([length, same]) => (length - 1) * same.length))

/**
 * The delimiter of a text: what the line `sep=` says; else that by which the most headings are found, and of equal ones
 * that by which rows have equally many cells.
 */
export const textForm = async (
  file: string,
  encoding: Encoding,
  headingsIn: (cells: readonly string[]) => number,
): Promise<TextForm> => {
  const start = await textStart(file, encoding)
  const said = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i.exec(start)
  if (said) return { encoding, delimiter: said[1]!, ahead: said[0].length }
  const tried = delimiters.map((delimiter) => {
    const rows = firstRows(start, delimiter)
    return { delimiter, headings: Math.max(0, ...rows.map(headingsIn)), evenness: evenness(rows) }
  })
  const [best] = tried.sort((a, b) => b.headings - a.headings || b.evenness - a.evenness)
  return { encoding, delimiter: best!.delimiter, ahead: 0 }
}

/** What DOS programs fill the end of a file with, and line ends among it. */
const fillers = new Set(['\u001A', '\0', '\r', '\n', ' '])

/** Without what stands ahead of the first row, and without the Ctrl-Z and zeros that DOS programs put at the end. */
async function* shownText(pieces: AsyncIterable<string>, ahead: number): AsyncGenerator<string> {
  let skip = ahead
  let held = ''
  for await (const piece of pieces) {
    const text = held + piece.slice(skip)
    skip = Math.max(0, skip - piece.length)
    let end = text.length
    while (end > 0 && fillers.has(text[end - 1]!)) end--
    // Line ends alone are shown; they are held back only behind a Ctrl-Z, and what comes after may show them.
    if (!/[\u001A\0]/.test(text.slice(end))) end = text.length
    held = text.slice(end)
    if (end > 0) yield text.slice(0, end)
  }
}

/**
 * The rows of a text one by one; memory stays flat.
 * @throws {SheetUnreadable} where quotes do not match or a row is too long.
 */
export async function* csvRows(file: string, { encoding, delimiter, ahead }: TextForm): AsyncGenerator<SheetRow> {
  const parser = parse(options(delimiter))
  pipeline(Readable.from(shownText(textOf(file, encoding), ahead)), parser, () => {
    // The parser is destroyed with whatever went wrong, and the loop below throws it.
  })
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (cells.length > mostColumns)
        throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE, {
          exact: { en: `row ${row} has more cells than a sheet`, zh: `第 ${row} 行的单元格数超过表格的上限` },
        })
      yield { row, cells }
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error
    throw new SheetUnreadable(sheetRefusals.SHEET_QUOTES, {
      exact: { en: `from row ${row + 1} on the file is no CSV`, zh: `第 ${row + 1} 行起不是有效的 CSV` },
    })
  }
}
