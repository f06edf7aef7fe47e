import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** The parts of a zip file, by name. */
export type ZipParts = {
  has: (name: string) => boolean
  /** The bytes of a part, unpacked, piece by piece. */
  bytes: (name: string) => AsyncGenerator<Buffer>
  /** The text of a part, piece by piece. */
  text: (name: string) => AsyncGenerator<string>
  close: () => void
}

/** Parts that a workbook may have: one with a picture in every row has many. */
const mostParts = 100_000
/** Bytes of a part, unpacked, from which on it must not be packed closer than tables are. */
const suspectedFrom = 64 * 1024 * 1024
/** How much larger than its packed bytes a part may be: sheets of equal rows come to a hundred. */
const mostPacked = 400
const mostBytes = 4 * 1024 * 1024 * 1024

const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

const isBomb = ({ uncompressedSize, compressedSize }: Entry) =>
  uncompressedSize > mostBytes || (uncompressedSize > suspectedFrom && uncompressedSize > mostPacked * compressedSize)

/** Faults of the zip itself come as plain errors; those of the file system have a code of theirs. */
export const damaged = (error: unknown): unknown => {
  if (error instanceof SheetUnreadable) return error
  const code = (error as NodeJS.ErrnoException).code
  return error instanceof Error && (code === undefined || /^(?:Z_|ERR_)/.test(code))
    ? new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
    : error
}

const entriesOf = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    // Of two parts with one name, programs read now the one and now the other.
    if (entries.has(keyOf(entry.fileName))) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
    entries.set(keyOf(entry.fileName), entry)
    if (entries.size > mostParts) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
  }
  return entries
}

/**
 * Opens a zip file. What a part unpacks to is bounded by what the zip says of it, and the zip is held to that.
 * @throws {SheetUnreadable} when it is damaged.
 */
export const openZip = async (file: string): Promise<ZipParts> => {
  let zip: ZipFile
  try {
    zip = await openPromise(file, { autoClose: false })
  } catch (error) {
    throw damaged(error)
  }
  // A fault on the way is told where it is awaited.
  zip.on('error', () => {})
  try {
    const entries = await entriesOf(zip)
    const bytes = async function* (name: string): AsyncGenerator<Buffer> {
      const entry = entries.get(keyOf(name))
      if (!entry) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      if (entry.isEncrypted()) throw new SheetUnreadable(sheetRefusals.SHEET_ENCRYPTED)
      if (isBomb(entry)) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
      let stream: Readable | undefined
      try {
        stream = await zip.openReadStreamPromise(entry)
        let sum = 0
        for await (const piece of stream as AsyncIterable<Buffer>) {
          sum = crc32(piece, sum)
          yield piece
        }
        // Bytes that were changed on the way may still unpack, and say another amount.
        if (sum !== entry.crc32) throw new SheetUnreadable(sheetRefusals.SHEET_DAMAGED)
      } catch (error) {
        throw damaged(error)
      } finally {
        stream?.destroy()
      }
    }
    return {
      has: (name) => entries.has(keyOf(name)),
      bytes,
      text: async function* (name) {
        const decoder = new TextDecoder()
        for await (const piece of bytes(name)) yield decoder.decode(piece, { stream: true })
        yield decoder.decode()
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw damaged(error)
  }
}
