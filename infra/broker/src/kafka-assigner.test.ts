import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sharer, sharePartitions } from './kafka-assigner.ts'

const newcomers = (...ids: string[]): Sharer[] => ids.map((id) => ({ id, had: [] }))
const after = (shares: ReadonlyMap<string, number[]>, ids: readonly string[]): Sharer[] =>
  ids.map((id) => ({ id, had: shares.get(id) ?? [] }))
const kept = (before: ReadonlyMap<string, number[]>, now: ReadonlyMap<string, number[]>) =>
  [...now].reduce((sum, [id, share]) => sum + share.filter((one) => before.get(id)?.includes(one)).length, 0)

describe('sharing partitions', () => {
  it('gives each to one member, evenly, whatever members say that they had', () => {
    const sharers = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), had: fc.array(fc.integer({ min: -3, max: 30 })) }),
      { minLength: 1, maxLength: 30, selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(sharers, (members) => {
        const shares = [...sharePartitions(members, 24).values()]
        expect(shares.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, partition) => partition))
        const sizes = shares.map(({ length }) => length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('changes nothing where the same members share again', () => {
    const shares = sharePartitions(newcomers('a', 'b', 'c'), 24)
    expect(sharePartitions(after(shares, ['c', 'a', 'b']), 24)).toEqual(shares)
  })

  it('takes from the others only what a newcomer is due', () => {
    const two = sharePartitions(newcomers('a', 'b'), 24)
    const three = sharePartitions(after(two, ['a', 'b', 'c']), 24)
    expect(kept(two, three)).toBe(16)
    expect(three.get('c')).toHaveLength(8)
  })

  it('leaves those who stay all that they had when one leaves', () => {
    const three = sharePartitions(newcomers('a', 'b', 'c'), 24)
    const two = sharePartitions(after(three, ['a', 'c']), 24)
    expect(kept(three, two)).toBe(16)
  })

  it('gives what two claim to one of them', () => {
    const shares = sharePartitions(
      [
        { id: 'a', had: [0, 1, 2] },
        { id: 'zombie', had: [0, 1, 2] },
      ],
      4,
    )
    expect(shares.get('a')).toEqual([0, 1])
    expect(shares.get('zombie')).toEqual([2, 3])
  })
})
