import { describe, expect, it } from 'vitest'
import { murmur2, partitionOfKey } from './partition-of-key.ts'

describe('partition of a key', () => {
  // The vectors of Apache Kafka's own test of its murmur2.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('hashes %s as Kafka does', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash)
  })

  it('is the positive hash modulo 24', () => {
    expect(partitionOfKey('foobar')).toBe((-790332482 & 0x7fffffff) % 24)
    expect(partitionOfKey('abc')).toBe(479470107 % 24)
  })

  it('spreads streams over all partitions', () => {
    const keys = Array.from({ length: 2_000 }, (_, index) => partitionOfKey(`fair-${index}`))
    expect(new Set(keys).size).toBe(24)
  })
})
