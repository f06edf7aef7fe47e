import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file in an archive; its content is read once, piece by piece. */
export type ZipEntry = { name: string; content: AsyncIterable<string | Uint8Array> | Iterable<string> }

/** 2000-01-01 00:00 as DOS writes it: the same content gives the same bytes. */
const [dosTime, dosDate] = [0, (20 << 9) | (1 << 5) | 1]
const largest = 0xffff_ffff
// Sizes and checksum follow the content, and names are UTF-8.
const flags = 0x0808

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(dosTime, 10)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

const dataDescriptor = ({ crc, packed, size }: Written): Buffer => {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeUInt32LE(packed, 8)
  descriptor.writeUInt32LE(size, 12)
  return descriptor
}

const centralHeader = ({ name, crc, packed, size, offset }: Written): Buffer => {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(8, 10)
  header.writeUInt16LE(dosTime, 12)
  header.writeUInt16LE(dosDate, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

const endRecord = (count: number, size: number, offset: number): Buffer => {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

/**
 * An archive (PKWARE APPNOTE, without ZIP64), streamed: no entry is held, and nothing is read before its reader takes
 * what came before. Its directory comes last, so an archive that was cut off can't be opened.
 * @throws {RangeError} past 4 GiB
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for await (const { name: text, content } of entries) {
    const entry: Written = { name: Buffer.from(text), crc: 0, packed: 0, size: 0, offset }
    const header = localHeader(entry.name)
    offset += header.length
    yield header
    const measured = async function* () {
      for await (const piece of content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
        entry.crc = crc32(bytes, entry.crc)
        entry.size += bytes.length
        yield bytes
      }
    }
    const deflate = createDeflateRaw()
    // Bytes, not objects: what waits between the two is bounded by its size.
    const packing = pipeline(Readable.from(measured(), { objectMode: false }), deflate)
    // Whoever stops reading destroys the stream; that is told by the loop below already.
    packing.catch(() => undefined)
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      entry.packed += piece.length
      yield piece
    }
    await packing
    offset += entry.packed
    const descriptor = dataDescriptor(entry)
    offset += descriptor.length
    if (offset > largest || entry.size > largest) throw new RangeError('the archive is over 4 GiB: export less at once')
    yield descriptor
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(centralHeader))
  yield directory
  yield endRecord(written.length, directory.length, offset)
}
