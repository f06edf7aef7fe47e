import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import kafkajs from 'kafkajs'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
/** Kafka's own default level for zstd. */
const params = { [constants.ZSTD_c_compressionLevel]: 3 }

// kafkajs knows gzip only; Node brings zstd.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
  compress: ({ buffer }: { buffer: Buffer }) => compress(buffer, { params }),
  decompress: (buffer: Buffer) => decompress(buffer),
})
