/** A record of a BIFF8 stream: its type, its bytes, and those of the records that go on with it (CONTINUE). */
export type BiffRecord = { type: number; data: Buffer; more: readonly Buffer[] }

/** Types of records, as MS-XLS names them. */
export const biff = {
  formula: 0x06,
  eof: 0x0a,
  date1904: 0x22,
  filePass: 0x2f,
  continue: 0x3c,
  columns: 0x7d,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergeCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  row: 0x208,
  rk: 0x27e,
  format: 0x41e,
  bof: 0x809,
} as const

/** The records from a place in a stream on. */
export function* biffRecords(stream: Buffer, from: number): Generator<BiffRecord> {
  let at = from
  const next = () => {
    if (at + 4 > stream.length) return undefined
    const type = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    const data = stream.subarray(at + 4, end)
    at = end
    return { type, data }
  }
  for (let record = next(); record; record = next()) {
    const more: Buffer[] = []
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === biff.continue) more.push(next()!.data)
    yield { ...record, more }
  }
}

/** Reads bytes and texts that may go on in a further record; there a text says anew how wide its characters are. */
export const biffReader = ({ data, more }: Pick<BiffRecord, 'data' | 'more'>) => {
  const blocks = [data, ...more]
  let block = 0
  let at = 0
  const left = () => (blocks[block]?.length ?? 0) - at
  /** Whether nothing is left to read. */
  const isDone = () => left() === 0 && !blocks.slice(block + 1).some(({ length }) => length > 0)
  const toNext = () => {
    while (left() === 0 && block < blocks.length) {
      block++
      at = 0
    }
    if (block >= blocks.length) throw new RangeError('a record ends too early')
  }
  const bytes = (count: number): Buffer => {
    if (left() === 0) toNext()
    if (left() >= count) {
      at += count
      return blocks[block]!.subarray(at - count, at)
    }
    const first = blocks[block]!.subarray(at)
    at = blocks[block]!.length
    return Buffer.concat([first, bytes(count - first.length)])
  }
  const skip = (count: number) => {
    let rest = count
    while (rest > 0) {
      if (left() === 0) toNext()
      const step = Math.min(rest, left())
      at += step
      rest -= step
    }
  }
  const characters = (count: number, isWide: boolean): string => {
    let text = ''
    let rest = count
    let wide = isWide
    while (rest > 0) {
      if (left() === 0) {
        toNext()
        wide = (bytes(1)[0]! & 1) === 1
      }
      const step = Math.min(rest, Math.floor(left() / (wide ? 2 : 1)))
      if (step === 0) throw new RangeError('a character is cut')
      text += bytes(wide ? 2 * step : step).toString(wide ? 'utf16le' : 'latin1')
      rest -= step
    }
    return text
  }
  const u16 = () => bytes(2).readUInt16LE(0)
  const u32 = () => bytes(4).readUInt32LE(0)
  /** A text (XLUnicodeRichExtendedString) without its fonts and how it is pronounced. */
  const text = (length: number = u16()): string => {
    const flags = bytes(1)[0]!
    const runs = flags & 8 ? u16() : 0
    const phonetic = flags & 4 ? u32() : 0
    const read = characters(length, (flags & 1) === 1)
    skip(4 * runs + phonetic)
    return read
  }
  return { isDone, u8: () => bytes(1)[0]!, u16, u32, f64: () => bytes(8).readDoubleLE(0), bytes, skip, text }
}
