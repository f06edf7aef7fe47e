import { csvRows, textForm } from './csv-rows.ts'
import { fileKindOf } from './file-kind.ts'
import { odsRows } from './ods-rows.ts'
import { openXls } from './open-xls.ts'
import { openZipped } from './open-zipped.ts'
import { headingsIn } from './recognise-headings.ts'
import type { SheetFormat } from './sheet-format.ts'
import type { SheetRow } from './sheet-row.ts'
import { openStreamed } from './streamed-workbook.ts'
import { type Encoding, encodingOf, textOf } from './text-encoding.ts'
import type { DaySystem } from './workbook-cell.ts'
import { xmlSheetRows } from './xml-sheet-rows.ts'

/** A word on how a file was read, in both languages. */
export type SheetNote = { en: string; zh: string }

/** A file that a department has handed over, as rows. */
export type OpenSheet = {
  kind: 'csv' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'xml'
  /** Of a text. */
  encoding?: Encoding
  delimiter?: string
  /** Of a workbook: the sheet that is read. */
  sheet?: string
  daySystem?: DaySystem
  /** What to know about the reading: other sheets that are not read, hidden ones. */
  notes: readonly SheetNote[]
  /** The rows, from the first again at each call. A row that is empty may be left out; its number is not given again. */
  rows: () => AsyncIterable<SheetRow>
}

/**
 * Opens a file as its bytes are, whatever its name. With a format, the delimiter and the sheet of a workbook are those
 * under whose headings it can be read.
 * @throws {SheetUnreadable} with what the file is and what to do.
 */
export const openSheet = async (file: string, format?: SheetFormat): Promise<OpenSheet> => {
  const headings = (cells: readonly string[]) => (format ? headingsIn(format, cells) : 0)
  switch (await fileKindOf(file)) {
    case 'zip':
      return openZipped(file, format)
    case 'ole':
      return openXls(file, format)
    case 'sheet-xml': {
      const encoding = await encodingOf(file)
      return openStreamed('xml', (met) => xmlSheetRows(textOf(file, encoding), met), format)
    }
    case 'flat-ods': {
      const encoding = await encodingOf(file)
      return openStreamed('ods', (met) => odsRows(textOf(file, encoding), undefined, met), format)
    }
    case 'text': {
      const form = await textForm(file, await encodingOf(file), headings)
      const { encoding, delimiter } = form
      return { kind: 'csv', encoding, delimiter, notes: [], rows: () => csvRows(file, form) }
    }
  }
}
