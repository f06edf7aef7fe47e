const xerial = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00])
const xerialHeader = 16

const readLength = (bytes: Uint8Array): { length: number; at: number } => {
  let [length, shift, at] = [0, 0, 0]
  for (;;) {
    const byte = bytes[at++]!
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return { length, at }
    shift += 7
  }
}

const littleEndian = (bytes: Uint8Array, at: number, count: number): number => {
  let value = 0
  for (let index = 0; index < count; index++) value += bytes[at + index]! * 2 ** (8 * index)
  return value
}

const block = (bytes: Uint8Array): Buffer => {
  const { length, at: begin } = readLength(bytes)
  const out = Buffer.alloc(length)
  let [at, to] = [begin, 0]
  while (at < bytes.length) {
    const tag = bytes[at++]!
    const kind = tag & 3
    if (kind === 0) {
      const short = tag >> 2
      const more = Math.max(0, short - 59)
      const size = 1 + (more === 0 ? short : littleEndian(bytes, at, more))
      at += more
      out.set(bytes.subarray(at, at + size), to)
      at += size
      to += size
      continue
    }
    const size = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2)
    const offset = kind === 1 ? ((tag >> 5) << 8) + bytes[at]! : littleEndian(bytes, at, kind === 2 ? 2 : 4)
    at += kind === 1 ? 1 : kind === 2 ? 2 : 4
    if (offset === 0 || offset > to) throw new RangeError('a copy in Snappy data goes back too far')
    // Byte by byte: a copy may run into what it writes.
    for (let index = 0; index < size; index++, to++) out[to] = out[to - offset]!
  }
  return out
}

/** What Snappy has compressed, plain or in the frames of snappy-java. Source: google/snappy, format_description.txt. */
export const snappyDecompressed = (bytes: Buffer): Buffer => {
  if (!bytes.subarray(0, xerial.length).equals(xerial)) return block(bytes)
  const blocks: Buffer[] = []
  for (let at = xerialHeader; at < bytes.length; ) {
    const size = bytes.readInt32BE(at)
    blocks.push(block(bytes.subarray(at + 4, at + 4 + size)))
    at += 4 + size
  }
  return Buffer.concat(blocks)
}
