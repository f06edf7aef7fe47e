import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleStream } from './sample-facts.fixture.ts'
import { settle, settledIntervals } from './settle.ts'

const ids = (facts: readonly { id: string }[]) => facts.map(({ id }) => id)

const merit = { name: 'MeritRecorded' }
const retract = (replaces: number) => ({ name: 'FactRetracted', replaces })
const correct = (replaces: number) => ({ name: 'MeritRecorded', replaces })

/** A stream in which any later statement may correct or retract any earlier one that it may. */
const anyStream = fc
  .array(fc.record({ what: fc.constantFrom('say', 'correct', 'retract'), at: fc.nat(1000) }), { maxLength: 14 })
  .map((steps) => {
    const said: Parameters<typeof sampleStream>[0][number][] = []
    for (const { what, at } of steps) {
      const target = said.length === 0 ? undefined : (at % said.length) + 1
      if (what === 'say' || target === undefined) said.push(merit)
      else if (what === 'correct' && said[target - 1]?.name === 'MeritRecorded') said.push(correct(target))
      else said.push(retract(target))
    }
    return sampleStream(said)
  })

describe('settle', () => {
  it('puts the latest correction in place of the fact', () => {
    expect(ids(settle(sampleStream([merit, correct(1), correct(1)])))).toEqual(['3'])
  })

  it('takes a retracted fact out, with its corrections', () => {
    expect(settle(sampleStream([merit, retract(1)]))).toEqual([])
    expect(settle(sampleStream([merit, correct(1), retract(1)]))).toEqual([])
  })

  it('brings back what stood before a retracted correction', () => {
    expect(ids(settle(sampleStream([merit, correct(1), correct(1), retract(3)])))).toEqual(['2'])
    expect(ids(settle(sampleStream([merit, correct(1), retract(2)])))).toEqual(['1'])
  })

  it('lets a fact that is said again after its retraction stand', () => {
    expect(ids(settle(sampleStream([merit, retract(1), correct(1)])))).toEqual(['3'])
  })

  it('lets nobody correct or retract what another department said', () => {
    const [fact, other] = sampleStream([merit, retract(1)])
    expect(ids(settle([fact!, { ...other!, department: 'hr' }]))).toEqual(['1'])
  })

  it('reinstates what a retracted retraction had taken, whatever came before', () => {
    fc.assert(
      fc.property(anyStream, fc.nat(1000), (stream, at) => {
        fc.pre(stream.length > 0)
        const target = stream[at % stream.length]!
        const before = settle(stream)
        const [first, second] = sampleStream([
          ...stream.map(() => merit),
          retract(1),
          retract(stream.length + 1),
        ]).slice(-2)
        const taken = { ...first!, replaces: `${target.source}#${target.id}` }
        expect(ids(settle([...stream, taken, second!]))).toEqual(ids(before))
      }),
    )
  })

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(anyStream, fc.nat(), (stream, seed) => {
        const shuffled = stream.toSorted(
          (one, other) => ((one.ordinal * 31 + seed) % 7) - ((other.ordinal * 31 + seed) % 7),
        )
        expect(ids(settle(shuffled)).sort()).toEqual(ids(settle(stream)).sort())
      }),
    )
  })

  it('answers as known at an ordinal as if nothing had been recorded later', () => {
    fc.assert(
      fc.property(anyStream, fc.nat(15), (stream, ordinal) => {
        expect(ids(settle(stream, { ordinal }))).toEqual(ids(settle(stream.slice(0, ordinal))))
      }),
    )
  })

  it('gives by its intervals the same as at every ordinal', () => {
    fc.assert(
      fc.property(anyStream, fc.nat(15), (stream, ordinal) => {
        const standing = settledIntervals(stream)
          .filter(({ from, to }) => from <= ordinal && (to === undefined || to > ordinal))
          .filter(({ fact }) => fact.name !== 'FactRetracted')
        expect(ids(standing.map(({ fact }) => fact)).sort()).toEqual(ids(settle(stream, { ordinal })).sort())
      }),
    )
  })

  it('has for every event an interval that begins with it', () => {
    fc.assert(
      fc.property(anyStream, (stream) => {
        const begins = settledIntervals(stream).filter(({ fact, from }) => fact.ordinal === from)
        expect(ids(begins.map(({ fact }) => fact)).sort()).toEqual(ids(stream).sort())
      }),
    )
  })
})
