import { expect, it } from 'vitest'
import { lz4Decompressed, snappyDecompressed } from './kafka-foreign-codecs.ts'

// By hand from the formats: a literal `abc`, then a copy of 9 bytes from 3 back, which runs into what it writes.
const text = 'abcabcabcabc'
const snappyBlock = Buffer.from([12, (3 - 1) << 2, ...Buffer.from('abc'), ((9 - 4) << 2) | 1, 3])

it('Snappy is read, plain and in the frames of snappy-java', async () => {
  expect(String(await snappyDecompressed(snappyBlock))).toBe(text)
  const header = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0, 0, 0, 0, 1, 0, 0, 0, 1])
  const framed = Buffer.concat([header, Buffer.from([0, 0, 0, snappyBlock.length]), snappyBlock])
  expect(String(await snappyDecompressed(Buffer.concat([framed, framed.subarray(16)])))).toBe(text + text)
})

it('an LZ4 frame is read, compressed blocks and others', async () => {
  const block = Buffer.from([(3 << 4) | (8 - 4), ...Buffer.from('abc'), 3, 0, 1 << 4, ...Buffer.from('c')])
  const plain = Buffer.from('more')
  const size = (bytes: number) => {
    const field = Buffer.alloc(4)
    field.writeUInt32LE(bytes)
    return field
  }
  const frame = Buffer.concat([
    Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82]),
    ...[size(block.length), block, size(plain.length + 0x80000000), plain, size(0)],
  ])
  expect(String(await lz4Decompressed(frame))).toBe(`${text}more`)
})

it('what goes back behind its beginning is no data', async () => {
  await expect(snappyDecompressed(Buffer.from([4, ((4 - 4) << 2) | 1, 9]))).rejects.toThrow()
})
