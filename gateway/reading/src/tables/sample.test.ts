import { describe, expect, it } from 'vitest'
import { allot, drawSample, type Framed } from './sample.ts'

const frameOf = (count: number, stratumOf: (n: number) => string = () => '') =>
  Array.from({ length: count }, (_, n): Framed<number> => ({ key: `k${n}`, stratum: stratumOf(n), entry: n }))

async function* inPages<T>(entries: readonly T[], size: number) {
  for (let from = 0; from < entries.length; from += size) yield entries.slice(from, from + size)
}
const draw = (frame: readonly Framed<number>[], size: number, seed = 'S', page = 7) =>
  drawSample(inPages(frame, page), { size, seed })

describe('a sample', () => {
  it('is the same for the same seed, whatever the pages and the order of the frame', async () => {
    const frame = frameOf(5_000)
    const { entries } = await draw(frame, 50)
    expect(entries).toHaveLength(50)
    expect((await draw(frame, 50, 'S', 999)).entries).toEqual(entries)
    const other = (await draw(frame.toReversed(), 50)).entries
    expect([...other].sort((a, b) => a - b)).toEqual(entries)
    expect((await draw(frame, 50, 'T')).entries).not.toEqual(entries)
  })

  it('takes each of the frame as likely as another', async () => {
    const hits = new Array<number>(20).fill(0)
    for (let seed = 0; seed < 400; seed++)
      for (const entry of (await draw(frameOf(20), 5, String(seed))).entries) hits[entry]! += 1
    // 100 expected each, standard deviation 8.7.
    for (const count of hits) expect(Math.abs(count - 100)).toBeLessThan(44)
  })

  it('has of each stratum as many as its share', async () => {
    const frame = frameOf(1_000, (n) => (n < 700 ? 'a' : n < 990 ? 'b' : 'c'))
    const { strata, entries, frame: count } = await draw(frame, 100)
    expect(count).toBe(1_000)
    expect(strata).toEqual([
      { name: 'a', frame: 700, drawn: 70 },
      { name: 'b', frame: 290, drawn: 29 },
      { name: 'c', frame: 10, drawn: 1 },
    ])
    expect(entries.filter((n) => n < 700)).toHaveLength(70)
    expect(entries).toEqual([...entries].sort((a, b) => a - b))
  })

  it('is the whole frame when it is as large, and refused when it is larger', async () => {
    expect((await draw(frameOf(9), 9)).entries).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    await expect(draw(frameOf(9), 10)).rejects.toMatchObject({ refusal: { code: 'SAMPLE_LARGER_THAN_FRAME' } })
    await expect(draw([], 1)).rejects.toMatchObject({ refusal: { code: 'SAMPLE_LARGER_THAN_FRAME' } })
  })

  it('gives the rests to the greatest remainders, and never more than a stratum has', () => {
    const drawn = allot(
      [
        { name: 'a', frame: 1 },
        { name: 'b', frame: 1 },
        { name: 'c', frame: 5 },
      ],
      5,
    )
    expect(drawn.map((one) => one.drawn)).toEqual([1, 1, 3])
    expect(drawn.every(({ frame, drawn: own }) => own <= frame)).toBe(true)
  })
})
