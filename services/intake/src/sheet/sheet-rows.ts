import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'gb18030'

/** A row of a sheet, with its number as a spreadsheet shows it. */
export type SheetRow = { row: number; cells: readonly string[] }

/** Thrown for a file that is no CSV at all. Its words carry nothing of the file. */
export class SheetUnreadable extends Error {
  override name = 'SheetUnreadable'
}

/** Most characters of a row. */
const maxRow = 1024 * 1024

/**
 * The encoding of a CSV file, by reading it whole: UTF-8 (with or without BOM) where every byte agrees, else GB18030.
 * @throws {SheetUnreadable} for a workbook or UTF-16 text.
 */
export const encodingOf = async (file: string): Promise<Encoding> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      if (first && piece.subarray(0, 2).toString('latin1') === 'PK')
        throw new SheetUnreadable('this is a workbook (.xlsx): save the sheet as CSV（请另存为 CSV 文件）')
      if (first && /^(fffe|feff)/.test(piece.subarray(0, 2).toString('hex')))
        throw new SheetUnreadable('this is UTF-16 text: save it as CSV UTF-8（请另存为 CSV UTF-8）')
      first = false
      decoder.decode(piece, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

/** Tabs where the file's first line has some and no comma. */
const delimiterOf = async (file: string, encoding: Encoding): Promise<string> => {
  for await (const piece of createReadStream(file, { end: 4095 }) as AsyncIterable<Buffer>) {
    const [line = ''] = iconv.decode(piece, encoding).split('\n')
    return line.includes('\t') && !line.includes(',') ? '\t' : ','
  }
  return ','
}

/**
 * The rows of a CSV file one by one; memory stays flat.
 * @throws {SheetUnreadable} where quotes do not match or a row is too long.
 */
export async function* sheetRows(file: string, encoding: Encoding): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: await delimiterOf(file, encoding),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRow,
  })
  pipeline(createReadStream(file), iconv.decodeStream(encoding), parser, () => {
    // The parser is destroyed with whatever went wrong, and the loop below throws it.
  })
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: ++row, cells }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error
    throw new SheetUnreadable(`behind row ${row} the file is no CSV: check its quotation marks（请检查引号）`)
  }
}
