import { SaxesParser } from 'saxes'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** What a part's XML is told to; names come without their prefixes. */
export type XmlListener = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Characters of a cell: thirty times what a spreadsheet holds. */
const mostText = 1024 * 1024

/** A text with what comes behind it. @throws {SheetUnreadable} where no cell holds as much. */
export const grown = (text: string, piece: string): string => {
  if (text.length + piece.length > mostText) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
  return text + piece
}

/** Elements within each other: those of workbooks stand a dozen deep. */
const mostDepth = 200

/** Characters between two elements: many times what a cell holds. */
const mostBetween = 8 * 1024 * 1024

/**
 * Reads XML piece by piece, and yields after each piece so that what the listener has gathered can be handed on.
 * Entities of a document's own are not expanded.
 * @throws {SheetUnreadable} when it is not well formed, or has a text that no cell can hold.
 */
export async function* xmlPieces(pieces: AsyncIterable<string>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const { open, text, close } = listener
  let between = 0
  let depth = 0
  parser.on('opentag', (tag) => {
    between = 0
    if (++depth > mostDepth) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
    open?.(localName(tag.name), tag.attributes)
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('closetag', (tag) => {
    depth--
    close?.(localName(tag.name))
  })
  let fault: Error | undefined
  parser.on('error', (error) => {
    fault ??= error
  })
  const check = () => {
    if (fault) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
  }
  for await (const piece of pieces) {
    between += piece.length
    parser.write(piece)
    check()
    if (between > mostBetween) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
    yield
  }
  parser.close()
  check()
  yield
}

/**
 * Reads a whole part.
 * @throws {SheetUnreadable}
 */
export const readXml = async (pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> => {
  for await (const _ of xmlPieces(pieces, listener));
}
