import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** The encodings that text is read in; each with or without its byte order mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const pieces = (file: string, end?: number) =>
  createReadStream(file, end === undefined ? {} : { end }) as AsyncIterable<Buffer>

/** Bytes of the beginning that are looked at for what does not need the whole file. */
const beginning = 64 * 1024

const beginningOf = async (file: string): Promise<Buffer> => {
  const read: Buffer[] = []
  for await (const piece of pieces(file, beginning - 1)) read.push(piece)
  return Buffer.concat(read)
}

/**
 * UTF-16 by its mark, or by its zeros: ASCII (delimiters, digits, line ends) leaves every second byte zero, and no other
 * text has zero bytes, but for what DOS programs fill the end of a file with.
 */
const utf16Of = (start: Buffer): Encoding | undefined => {
  const mark = start.toString('hex', 0, 2)
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  let end = start.length
  while (end > 0 && (start[end - 1] === 0 || start[end - 1] === 0x1a)) end--
  let even = 0
  let odd = 0
  for (let at = 0; at < end; at++) if (start[at] === 0) at % 2 === 0 ? even++ : odd++
  // A zero here and there is a fault of somebody's program, in whatever encoding.
  if (even + odd <= end / 50) return undefined
  if (odd > 10 * even) return 'utf-16le'
  if (even > 10 * odd) return 'utf-16be'
  throw new SheetUnreadable(sheetRefusals.SHEET_NO_TEXT)
}

const isUtf8 = async (file: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of pieces(file)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** How much of a file is characters of several bytes in UTF-8, and how many bytes are not UTF-8. */
const utf8Tally = async (file: string) => {
  const decoder = new TextDecoder('utf-8')
  let characters = 0
  let broken = 0
  const count = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 0xfffd) broken++
      else if (unit > 0x7ff) characters++
    }
  }
  for await (const piece of pieces(file)) count(decoder.decode(piece, { stream: true }))
  count(decoder.decode())
  return { characters, broken }
}

/** Words of headings in traditional Chinese, and those that simplified Chinese has in their place. */
const traditional = /編號|流水號|身份證|姓名|性別|日期|金額|地址/
const simplified = /编号|流水号|身份证|姓名|性别|日期|金额|地址/

const refuseBigFive = (start: Buffer) => {
  if (simplified.test(iconv.decode(start, 'gb18030'))) return
  const text = iconv.decode(start, 'big5')
  if (traditional.test(text)) throw new SheetUnreadable(sheetRefusals.SHEET_BIG_FIVE)
}

/** Characters of UTF-8 for one broken byte, from which on a file is UTF-8 with a fault and no GB18030. */
const charactersABroken = 4

/**
 * The encoding of a text file, by reading it whole: UTF-16 by its mark or its zeros; UTF-8 where the bytes agree, or
 * nearly all of them do (the cells that have the others are refused one by one); else GB18030.
 * @throws {SheetUnreadable} for bytes that are no text, and for Big5.
 */
export const encodingOf = async (file: string): Promise<Encoding> => {
  const start = await beginningOf(file)
  if (/^(?:\uFEFF|\s|\u001A|\0)*$/.test(start.toString())) throw new SheetUnreadable(sheetRefusals.SHEET_EMPTY)
  const utf16 = utf16Of(start)
  if (utf16) return utf16
  if (await isUtf8(file)) return 'utf-8'
  const { characters, broken } = await utf8Tally(file)
  if (characters >= charactersABroken * broken) return 'utf-8'
  refuseBigFive(start)
  return 'gb18030'
}

const decoderOf = (encoding: Encoding): { write: (piece: Buffer) => string; end: () => string } => {
  if (encoding === 'gb18030') {
    const decoder = iconv.getDecoder('gb18030')
    return { write: (piece) => decoder.write(piece), end: () => decoder.end() ?? '' }
  }
  const decoder = new TextDecoder(encoding)
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

/** The text of a file, piece by piece, without its byte order mark; what can't be decoded stands as U+FFFD. */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  let first = true
  const unmarked = (text: string) => {
    if (text === '') return text
    const bare = first ? text.replace(/^\uFEFF/, '') : text
    first = false
    return bare
  }
  for await (const piece of pieces(file)) yield unmarked(decoder.write(piece))
  yield unmarked(decoder.end())
}

/** The beginning of a file's text. */
export const textStart = async (file: string, encoding: Encoding): Promise<string> => {
  const decoder = decoderOf(encoding)
  return decoder.write(await beginningOf(file)).replace(/^\uFEFF/, '')
}
