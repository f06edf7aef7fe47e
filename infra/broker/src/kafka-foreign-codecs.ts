import kafkajs from 'kafkajs'
import { lz4Decompressed } from './lz4.ts'
import { snappyDecompressed } from './snappy.ts'

const readOnly = (decompressed: (bytes: Buffer) => Buffer) => () => ({
  compress: async () => {
    throw new TypeError('the hub writes no batches of this kind')
  },
  decompress: async (bytes: Buffer) => decompressed(bytes),
})

// The hub writes zstd. But a batch of a foreign producer that can't be read would hold up its partition for ever.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.Snappy] = readOnly(snappyDecompressed)
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = readOnly(lz4Decompressed)
