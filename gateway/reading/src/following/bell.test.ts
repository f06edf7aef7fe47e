import { setTimeout as sleep } from 'node:timers/promises'
import { positionOfSequence } from '@hub/schemas/format/position.ts'
import { describe, expect, it } from 'vitest'
import { createBell } from './bell.ts'

const views = () => {
  let ordinal = 1
  let looks = 0
  const bell = createBell(() => {
    looks += 1
    return { position: positionOfSequence(ordinal), ordinal, knownTime: '' }
  })
  return { bell, looks: () => looks, grow: () => void ordinal++ }
}

describe('the bell', () => {
  it('wakes who waits for something new, and at once who is behind', async () => {
    const { bell, grow } = views()
    expect(await bell.beyond(positionOfSequence(0))).toMatchObject({ ordinal: 1 })
    const waiting = bell.beyond(positionOfSequence(1))
    grow()
    expect(await waiting).toMatchObject({ ordinal: 2 })
    bell.stop()
  })

  it('keeps together those whom it woke together, though one comes back late', async () => {
    const { bell, grow } = views()
    const all = (position: number) =>
      Promise.all(Array.from({ length: 200 }, () => bell.beyond(positionOfSequence(position))))
    const first = all(1)
    grow()
    expect(new Set((await first).map((seen) => seen?.ordinal))).toEqual(new Set([2]))
    grow()
    const others = all(2)
    await sleep(30)
    grow()
    const late = await bell.beyond(positionOfSequence(2))
    expect(new Set([late, ...(await others)].map((seen) => seen?.ordinal)).size).toBe(1)
    bell.stop()
  })

  it('looks as often for many as for one, or less', async () => {
    const { bell, looks, grow } = views()
    for (let round = 1; round <= 3; round++) {
      const all = Array.from({ length: 200 }, () => bell.beyond(positionOfSequence(round)))
      grow()
      await Promise.all(all)
    }
    expect(looks()).toBeLessThan(10)
    bell.stop()
  })

  it('lets everybody go when it stops, and who leaves', async () => {
    const { bell } = views()
    const leaving = new AbortController()
    const [one, other] = [bell.beyond(positionOfSequence(1), leaving.signal), bell.beyond(positionOfSequence(1))]
    leaving.abort()
    expect(await one).toBeUndefined()
    bell.stop()
    expect(await other).toBeUndefined()
    expect(await bell.beyond(positionOfSequence(0))).toBeUndefined()
  })
})
