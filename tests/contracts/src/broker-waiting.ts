import { QueueFull } from '@hub/broker/broker.ts'
import { describe, expect, it } from 'vitest'
import { type BrokerRule, type CurrentBroker, limitUnderTest } from './broker.contract.ts'
import { type Deviations, rule } from './contract.ts'
import { readMessages } from './reading-messages.ts'
import { freshStream, sampleMessage } from './samples.ts'

/** Waiting messages, waiting readers, and the limits of both. */
export const waitingRules = (current: CurrentBroker, deviations: Deviations<BrokerRule>): void => {
  const some = (count: number) => Array.from({ length: count }, () => sampleMessage(current().topics[0], freshStream()))

  describe('lag', () => {
    it('counts what waits and says since when', async () => {
      const { broker, topics } = current()
      expect(await broker.lag()).toEqual({ messages: 0, oldest: undefined })
      const before = Date.now()
      await broker.publish(some(3))
      const between = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 20))
      await broker.publish(some(2))
      const { messages, oldest = '' } = await broker.lag()
      expect(messages).toBe(5)
      expect(Date.parse(oldest)).toBeGreaterThanOrEqual(before - 1)
      expect(Date.parse(oldest)).toBeLessThanOrEqual(between)
      await readMessages(broker, { topics, count: 5 })
      expect(await broker.lag()).toEqual({ messages: 0, oldest: undefined })
    })

    it('counts what is being handled', async () => {
      const { broker, topics } = current()
      await broker.publish(some(4))
      const lags: number[] = []
      const handle = async () => void lags.push((await broker.lag()).messages)
      await readMessages(broker, { topics, count: 4, batchSize: 100, handle })
      expect(lags[0]).toBe(4)
    })
  })

  describe('a reader that waits', () => {
    it('ends with the signal, without a call', async () => {
      const controller = new AbortController()
      let calls = 0
      const handle = async () => {
        calls += 1
      }
      setTimeout(() => controller.abort(), 50)
      await current().broker.consume({ topics: current().topics, signal: controller.signal, handle })
      await current().broker.consume({ topics: current().topics, signal: controller.signal, handle })
      expect(calls).toBe(0)
    })

    it('has a new message soon', async () => {
      const { broker, topics } = current()
      const began = new Map<string, number>()
      const waits: number[] = []
      const handle = async (batch: readonly { key: string }[]) => {
        for (const { key } of batch) waits.push(performance.now() - (began.get(key) ?? 0))
      }
      const reading = readMessages(broker, { topics, count: 20, handle })
      for (const message of some(20)) {
        began.set(message.key, performance.now())
        await broker.publish([message])
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
      await reading
      expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(200)
    })

    it('leaves the topics that it was not asked for', async () => {
      const { broker, topics } = current()
      await broker.publish([...some(2), sampleMessage(topics[1], freshStream())])
      const [batch] = await readMessages(broker, { topics: [topics[1]], count: 1 })
      expect(batch?.map(({ topic }) => topic)).toEqual([topics[1]])
      expect((await readMessages(broker, { topics: [topics[0]], count: 2 })).flat()).toHaveLength(2)
    })

    rule('is the only one: a second reader is rejected', deviations.ONE_READER, async () => {
      const { broker, topics } = current()
      const controller = new AbortController()
      const options = { topics, signal: controller.signal, handle: async () => undefined }
      const first = broker.consume(options)
      const timer = setTimeout(() => controller.abort(), 1_000)
      await expect(broker.consume(options)).rejects.toThrow(/reader/)
      clearTimeout(timer)
      controller.abort()
      await first
    })
  })

  describe('a full queue', () => {
    rule(
      'rejects with QueueFull, takes nothing of that call, and has room after reading',
      deviations.QUEUE_LIMIT,
      async () => {
        const { broker, topics } = current()
        await broker.publish(some(limitUnderTest - 1))
        await expect(broker.publish(some(2))).rejects.toThrow(QueueFull)
        expect((await broker.lag()).messages).toBe(limitUnderTest - 1)
        const answers = await Promise.allSettled([
          broker.publish(some(2)),
          broker.publish(some(1)),
          broker.publish(some(1)),
        ])
        expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
        await readMessages(broker, { topics, count: limitUnderTest })
        await broker.publish(some(2))
        expect((await broker.lag()).messages).toBe(2)
      },
    )
  })
}
