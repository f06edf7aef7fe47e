import { open } from 'node:fs/promises'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** How a file's bytes are read: as text, as a zip (.xlsx, .ods), as an OLE container (.xls), as XML that is a sheet. */
export type FileKind = 'text' | 'zip' | 'ole' | 'sheet-xml' | 'flat-ods'

/** Bytes that tell what a file is; the names of an OpenDocument file's first element alone take four thousand. */
const looked = 16_384

const begins = (bytes: Buffer, ...hexes: string[]) =>
  hexes.some((hex) => bytes.toString('hex', 0, hex.length / 2) === hex)

const isImage = (bytes: Buffer) =>
  begins(bytes, '89504e470d0a1a0a', 'ffd8ff', '47494638', '49492a00', '4d4d002a') ||
  (begins(bytes, '52494646') && bytes.toString('latin1', 8, 12) === 'WEBP') ||
  // A heading may begin with BM: a bitmap says its reserved bytes, and the place of its pixels.
  (begins(bytes, '424d') && bytes.length > 14 && bytes.readUInt32LE(6) === 0 && bytes.readUInt32LE(10) < 4096)

const webPage = /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|style|script|center|font)\b/i

/** An object or a list of JSON; a heading in brackets, [必填], is none. */
const json = /^(?:\{\s*"[^"]*"\s*:|\[\s*[{[])/

/** The first bytes as far as they are ASCII, in whatever encoding of text. */
const asciiOf = (bytes: Buffer) =>
  bytes
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '')
    .replaceAll('\0', '')
    .trimStart()

/** The kind of an XML file by its beginning; undefined for a text that is none. */
const kindOfMarkup = (text: string): FileKind | undefined => {
  if (webPage.test(text) || /^mime-version:/i.test(text)) throw new SheetUnreadable(sheetRefusals.SHEET_HTML)
  if (!text.startsWith('<')) return undefined
  if (/<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'sheet-xml'
  if (!/^<\?xml\b/i.test(text)) return undefined
  if (/<office:document\b[^>]*opendocument\.spreadsheet/.test(text)) return 'flat-ods'
  throw new SheetUnreadable(/<html\b/i.test(text) ? sheetRefusals.SHEET_HTML : sheetRefusals.SHEET_XML)
}

/**
 * What a file is, by its bytes; its name says nothing.
 * @throws {SheetUnreadable} with what it is, where that is no sheet.
 */
export const fileKindOf = async (file: string): Promise<FileKind> => {
  const handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(looked), 0, looked, 0).finally(() => handle.close())
  const bytes = buffer.subarray(0, bytesRead)
  if (begins(bytes, 'd0cf11e0a1b11ae1')) return 'ole'
  if (begins(bytes, '504b0304', '504b0506', '504b0708')) return 'zip'
  if (bytes.subarray(0, 1024).includes('%PDF-')) throw new SheetUnreadable(sheetRefusals.SHEET_PDF)
  if (begins(bytes, '526172211a07', '377abcaf271c', '1f8b08', '425a68', 'fd377a585a00', '28b52ffd'))
    throw new SheetUnreadable(sheetRefusals.SHEET_ARCHIVE)
  if (isImage(bytes)) throw new SheetUnreadable(sheetRefusals.SHEET_IMAGE)
  const ascii = asciiOf(bytes)
  if (ascii.startsWith('{\\rtf')) throw new SheetUnreadable(sheetRefusals.SHEET_DOCUMENT)
  if (json.test(ascii)) throw new SheetUnreadable(sheetRefusals.SHEET_JSON)
  return kindOfMarkup(ascii) ?? 'text'
}
