import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { QueueFull } from './broker.ts'
import { freeShareOf, guardedBroker, refusalOf } from './guarded-broker.ts'

const now = Date.parse('2025-06-02T00:00:00.000Z')
const nothing = { messages: 0, oldest: undefined }

describe('a guarded broker', () => {
  it('takes messages while the reader keeps up and the disk has room', () => {
    expect(refusalOf(nothing, 0.5, now)).toBeUndefined()
    expect(refusalOf({ messages: 3, oldest: '2025-06-01T12:00:00.000Z' }, 0.5, now)).toBeUndefined()
  })

  it('takes nothing when the oldest message waits for more than a day, or the disk is nearly full', () => {
    expect(refusalOf({ messages: 3, oldest: '2025-05-31T12:00:00.000Z' }, 0.5, now)).toContain('older than a day')
    expect(refusalOf(nothing, 0.04, now)).toContain('5 %')
  })

  it('rejects with QueueFull before anything is published, and takes messages again when there is room', async () => {
    let free = 0.01
    let at = now
    const published: number[] = []
    const broker = guardedBroker(
      { publish: async (messages) => void published.push(messages.length), lag: async () => nothing },
      { freeShare: async () => free, now: () => at },
    )
    await expect(broker.publish([])).rejects.toBeInstanceOf(QueueFull)
    expect(published).toEqual([])
    free = 0.5
    at += 5_000
    await broker.publish([])
    expect(published).toEqual([0])
  })

  it('knows the free share of a real disk', async () => {
    const share = await freeShareOf(tmpdir())
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThanOrEqual(1)
  })
})
