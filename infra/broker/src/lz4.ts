const magic = 0x184d2204
const [hasContentSize, hasBlockChecksum, hasDictionary] = [0x08, 0x10, 0x01]
const uncompressed = 0x80000000

/** Decodes one block behind what is decoded already, which its matches may reach into. */
const decodeBlock = (bytes: Buffer, before: number[]) => {
  let at = 0
  const length = (short: number): number => {
    let sum = short
    if (short < 15) return sum
    for (;;) {
      const more = bytes[at++]!
      sum += more
      if (more < 255) return sum
    }
  }
  while (at < bytes.length) {
    const token = bytes[at++]!
    const literals = length(token >> 4)
    for (const end = at + literals; at < end; at++) before.push(bytes[at]!)
    // The last sequence of a block has literals alone.
    if (at >= bytes.length) return
    const offset = bytes.readUInt16LE(at)
    at += 2
    const size = length(token & 15) + 4
    if (offset === 0 || offset > before.length) throw new RangeError('a match in LZ4 data goes back too far')
    for (let index = 0; index < size; index++) before.push(before[before.length - offset]!)
  }
}

/** What LZ4 has compressed into a frame. Source: lz4/lz4, doc/lz4_Frame_format.md and lz4_Block_format.md. */
export const lz4Decompressed = (bytes: Buffer): Buffer => {
  if (bytes.readUInt32LE(0) !== magic) throw new RangeError('this is no LZ4 frame')
  const flags = bytes[4]!
  const out: number[] = []
  let at = 7 + (flags & hasContentSize ? 8 : 0) + (flags & hasDictionary ? 4 : 0)
  for (;;) {
    const said = bytes.readUInt32LE(at)
    at += 4
    if (said === 0) return Buffer.from(out)
    const size = said % uncompressed
    const part = bytes.subarray(at, at + size)
    if (said >= uncompressed) for (const byte of part) out.push(byte)
    else decodeBlock(part, out)
    at += size + (flags & hasBlockChecksum ? 4 : 0)
  }
}
