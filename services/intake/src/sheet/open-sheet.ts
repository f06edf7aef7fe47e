import { stat } from 'node:fs/promises'
import { csvRows, textForm } from './csv-rows.ts'
import { fileKindOf } from './file-kind.ts'
import { odsRows } from './ods-rows.ts'
import { openXls } from './open-xls.ts'
import { openZipped } from './open-zipped.ts'
import { headingsIn } from './recognise-headings.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
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

/** Why a file that is there cannot be read; a fault of another kind as it is. */
const notReadable = (error: unknown): unknown => {
  const { code } = error as NodeJS.ErrnoException
  const isOfFile = code !== undefined && ['EACCES', 'EPERM', 'EBUSY', 'ELOOP', 'EIO', 'ENAMETOOLONG'].includes(code)
  return isOfFile ? new SheetUnreadable(sheetRefusals.SHEET_NO_ACCESS) : error
}

/** By what a file is known to be the one that was opened. */
const stampOf = async (file: string): Promise<string> => {
  const found = await stat(file)
  if (!found.isFile()) throw new SheetUnreadable(sheetRefusals.SHEET_NO_FILE)
  return `${found.ino} ${found.size} ${found.mtimeMs}`
}

/** A file that is read more than once has to say the same each time. @throws {SheetUnreadable} */
const checkStamp = async (file: string, opened: string): Promise<void> => {
  if ((await stampOf(file)) !== opened) throw new SheetUnreadable(sheetRefusals.SHEET_CHANGED)
}

const openBytes = async (file: string, format: SheetFormat | undefined): Promise<OpenSheet> => {
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

const openStamped = async (file: string, format: SheetFormat | undefined) => {
  const opened = await stampOf(file)
  const sheet = await openBytes(file, format)
  await checkStamp(file, opened)
  return { opened, sheet }
}

/**
 * Opens a file as its bytes are, whatever its name. With a format, the delimiter and the sheet of a workbook are those
 * under whose headings it can be read.
 * @throws {SheetUnreadable} with what the file is and what to do; also by its rows, where the file has changed meanwhile.
 */
export const openSheet = async (file: string, format?: SheetFormat): Promise<OpenSheet> => {
  const { opened, sheet } = await openStamped(file, format).catch((error: unknown) => {
    throw notReadable(error)
  })
  return {
    ...sheet,
    rows: async function* () {
      await checkStamp(file, opened)
      yield* sheet.rows()
      await checkStamp(file, opened)
    },
  }
}
