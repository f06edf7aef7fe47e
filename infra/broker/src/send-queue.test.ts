import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BrokerUnavailable, type Message, QueueFull } from './broker.ts'
import { type SendQueueOptions, sendQueue } from './send-queue.ts'

const message = (note: string): Message => ({ topic: 'hr', key: 'fair-1', headers: {}, value: note })
const messages = (...notes: string[]) => notes.map(message)

/** A queue whose sends are written down; `answer` decides on each of them. */
const recordedQueue = (answer: (send: number) => Promise<void>, options: Partial<SendQueueOptions> = {}) => {
  const sends: string[][] = []
  const queue = sendQueue({
    send: (batch) => {
      sends.push(batch.map(({ value }) => value))
      return answer(sends.length)
    },
    bytesOf: ({ value }) => value.length,
    patienceMs: 1_000,
    maxMessages: 10,
    batch: { messages: 4, bytes: 100 },
    ...options,
  })
  return { queue, sends }
}

describe('a send queue', () => {
  it('sends together what comes in one turn, and what comes while a batch is under way with the next', async () => {
    const gate = Promise.withResolvers<void>()
    const { queue, sends } = recordedQueue((send) => (send === 1 ? gate.promise : Promise.resolve()))
    const first = [queue.publish(messages('a')), queue.publish(messages('b'))]
    await pause(5)
    const later = [queue.publish(messages('c')), queue.publish(messages('d'))]
    await pause(5)
    expect(sends).toEqual([['a', 'b']])
    gate.resolve()
    await Promise.all([...first, ...later])
    expect(sends).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('cuts by messages and by bytes, and sends one that is larger alone', async () => {
    const { queue, sends } = recordedQueue(async () => undefined, { batch: { messages: 2, bytes: 5 } })
    await queue.publish(messages('a', 'b', 'c', 'dddd', 'eeeeeeee'))
    expect(sends).toEqual([['a', 'b'], ['c', 'dddd'], ['eeeeeeee']])
  })

  it('acknowledges a call when the last of its batches is', async () => {
    const gate = Promise.withResolvers<void>()
    const { queue } = recordedQueue((send) => (send === 2 ? gate.promise : Promise.resolve()))
    let acknowledged = false
    const call = queue.publish(messages('a', 'b', 'c', 'd', 'e')).then(() => {
      acknowledged = true
    })
    await pause(10)
    expect(acknowledged).toBe(false)
    gate.resolve()
    await call
  })

  it('sends a failed batch again before anything later', async () => {
    const { queue, sends } = recordedQueue(async (send) => {
      if (send === 1) throw new Error('no leader')
    })
    const calls = [queue.publish(messages('a', 'b', 'c', 'd')), queue.publish(messages('e'))]
    await Promise.all(calls)
    expect(sends).toEqual([['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'], ['e']])
  })

  it('gives up when the patience of a call ends, also while a batch hangs, and goes on with later ones', async () => {
    const { queue, sends } = recordedQueue(
      async (send) => {
        if (send > 1) return
        await pause(120)
        throw new Error('the broker is gone')
      },
      { patienceMs: 60 },
    )
    const began = performance.now()
    await expect(queue.publish(messages('a'))).rejects.toThrow(BrokerUnavailable)
    expect(performance.now() - began).toBeLessThan(110)
    await pause(100)
    await queue.publish(messages('b'))
    expect(sends).toEqual([['a'], ['b']])
  })

  it('takes nothing of a call that it has no room for', async () => {
    const gate = Promise.withResolvers<void>()
    const { queue, sends } = recordedQueue(() => gate.promise, { maxMessages: 3 })
    const first = queue.publish(messages('a', 'b'))
    await expect(queue.publish(messages('c', 'd'))).rejects.toThrow(QueueFull)
    gate.resolve()
    await first
    expect(sends.flat()).toEqual(['a', 'b'])
  })

  it('sends what waits before it closes, and takes nothing after', async () => {
    const { queue, sends } = recordedQueue(async () => pause(5))
    const call = queue.publish(messages('a', 'b', 'c', 'd', 'e'))
    await queue.close()
    await call
    expect(sends.flat()).toHaveLength(5)
    await expect(queue.publish(messages('f'))).rejects.toThrow(BrokerUnavailable)
  })
})
