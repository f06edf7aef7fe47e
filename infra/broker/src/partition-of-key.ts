import { partitionCount } from '@hub/schemas/format/partition-count.ts'

const multiplier = 0x5bd1e995
const seed = 0x9747b28c

/** MurmurHash2 of 32 bits (Austin Appleby) with the seed of Kafka's clients; a signed integer. */
export const murmur2 = (bytes: Uint8Array): number => {
  let hash = seed ^ bytes.length
  const whole = bytes.length & ~3
  for (let at = 0; at < whole; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    const mixed = Math.imul(word, multiplier)
    hash = Math.imul(hash, multiplier) ^ Math.imul(mixed ^ (mixed >>> 24), multiplier)
  }
  if (bytes.length > whole) {
    for (let at = bytes.length - 1; at >= whole; at--) hash ^= bytes[at]! << (8 * (at - whole))
    hash = Math.imul(hash, multiplier)
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier)
  return hash ^ (hash >>> 15)
}

/** The partition of a key, the same that Kafka's default partitioner gives it. */
export const partitionOfKey = (key: string, partitions = partitionCount): number =>
  (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions
