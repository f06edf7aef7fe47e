import { arch, platform } from 'node:process'
import kafkajs from 'kafkajs'

/** A library of a codec has no binary for this machine, or was not installed. */
export class CodecMissing extends Error {
  override name = 'CodecMissing'
}

/** Loaded when the first batch of its kind comes: the hub itself writes none, and a machine may have no binary of it. */
const libraryOf = async <Library>(codec: string, name: string, load: () => Promise<Library>): Promise<Library> =>
  load().catch((cause: unknown) => {
    throw new CodecMissing(
      `batches that ${codec} has compressed can't be read here: the npm package ${name} has no binary for ` +
        `${platform}-${arch}, or was installed without optional packages (npm ci without --omit=optional)`,
      { cause },
    )
  })

const loadSnappy = () => libraryOf('Snappy', 'snappy', () => import('snappy'))
const loadLz4 = () => libraryOf('LZ4', 'lz4-napi', () => import('lz4-napi'))

/** What can't be read on this machine, a sentence each. */
export const missingCodecs = async (): Promise<string[]> => {
  const loaded = await Promise.allSettled<unknown>([loadSnappy(), loadLz4()])
  return loaded.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as Error).message] : []))
}

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

/** What Snappy has compressed, plain or in the frames of snappy-java. @throws {CodecMissing} */
export const snappyDecompressed = async (bytes: Buffer): Promise<Buffer> => {
  const { uncompress } = await loadSnappy()
  // Without `asBuffer: false` it is one.
  const uncompressed = async (block: Buffer) => (await uncompress(block)) as Buffer
  return Buffer.concat(await Promise.all(snappyBlocks(bytes).map(uncompressed)))
}

/** What LZ4 has compressed into a frame. @throws {CodecMissing} */
export const lz4Decompressed = async (bytes: Buffer): Promise<Buffer> => {
  const { decompressFrame } = await loadLz4()
  return decompressFrame(bytes)
}

const readOnly = (decompress: (bytes: Buffer) => Promise<Buffer>) => () => ({
  compress: async () => {
    throw new TypeError('the hub writes no batches of this kind')
  },
  decompress,
})

// The hub writes zstd. But a batch of a foreign producer that can't be read would hold up its partition for ever.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.Snappy] = readOnly(snappyDecompressed)
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = readOnly(lz4Decompressed)
