import kafkajs from 'kafkajs'
import { decompressFrame } from 'lz4-napi'
import { uncompress } from 'snappy'

/** What snappy-java puts before its blocks, each of which has its length before it: a mark and two versions. */
const xerial = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0])
const xerialHeader = xerial.length + 8

const snappyBlocks = (bytes: Buffer): Buffer[] => {
  if (!bytes.subarray(0, xerial.length).equals(xerial)) return [bytes]
  const blocks: Buffer[] = []
  for (let at = xerialHeader; at < bytes.length; ) {
    const end = at + 4 + bytes.readInt32BE(at)
    blocks.push(bytes.subarray(at + 4, end))
    at = end
  }
  return blocks
}

// Without `asBuffer: false` it is one.
const uncompressed = async (block: Buffer) => (await uncompress(block)) as Buffer

/** What Snappy has compressed, plain or in the frames of snappy-java. */
export const snappyDecompressed = async (bytes: Buffer): Promise<Buffer> =>
  Buffer.concat(await Promise.all(snappyBlocks(bytes).map(uncompressed)))

/** What LZ4 has compressed into a frame. */
export const lz4Decompressed = (bytes: Buffer): Promise<Buffer> => decompressFrame(bytes)

const readOnly = (decompress: (bytes: Buffer) => Promise<Buffer>) => () => ({
  compress: async () => {
    throw new TypeError('the hub writes no batches of this kind')
  },
  decompress,
})

// The hub writes zstd. But a batch of a foreign producer that can't be read would hold up its partition for ever.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.Snappy] = readOnly(snappyDecompressed)
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = readOnly(lz4Decompressed)
