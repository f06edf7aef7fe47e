import { partitionOfKey } from '@hub/broker/partition-of-key.ts'
import { partitionCount } from '@hub/schemas/format/partition-count.ts'
import { describe, expect, it } from 'vitest'
import type { CurrentBroker } from './broker.contract.ts'
import { readMessages } from './reading-messages.ts'
import { asPublished, freshStream, sampleMessage } from './samples.ts'

/** What is published comes as it was, and in order within each key. */
export const orderRules = (current: CurrentBroker): void => {
  describe('delivering', () => {
    it('brings messages to the byte', async () => {
      const { broker, topics } = current()
      const key = freshStream()
      const headers = { ce_id: '招聘会-12', ce_empty: '', ce_odd: 'a"b\\c\n' }
      const message = { topic: topics[0], key, headers, value: '{"text":"𠮷 \\u0000"}' }
      await broker.publish([message])
      const [batch] = await readMessages(broker, { topics, count: 1 })
      expect(batch?.map(asPublished)).toEqual([message])
      expect(batch?.[0]?.offset).toMatch(/^\d+$/)
    })

    it('keeps the order within a key, over topics and keys mixed', async () => {
      const { broker, topics } = current()
      const keys = Array.from({ length: 10 }, () => freshStream())
      const messages = Array.from({ length: 500 }, (_, index) =>
        sampleMessage(topics[index % 2]!, keys[Math.floor(index / 2) % 10]!, index),
      )
      for (let at = 0; at < 500; at += 50) await broker.publish(messages.slice(at, at + 50))
      const delivered = (await readMessages(broker, { topics, count: 500, batchSize: 33 })).flat()
      expect(delivered).toHaveLength(500)
      for (const topic of topics)
        for (const key of keys) {
          const of = (message: { topic: string; key: string }) => message.topic === topic && message.key === key
          expect(delivered.filter(of).map(asPublished)).toEqual(messages.filter(of))
        }
    })

    it('keeps the order of a sender that awaits each answer', async () => {
      const { broker, topics } = current()
      const key = freshStream()
      const reading = readMessages(broker, { topics, count: 100 })
      for (let index = 0; index < 100; index++) await broker.publish([sampleMessage(topics[0], key, index)])
      const values = (await reading).flat().map(({ value }) => JSON.parse(value).note)
      expect(values).toEqual(Array.from({ length: 100 }, (_, index) => String(index)))
    })

    it('takes each key to the partition that Kafka takes it to', async () => {
      const { broker, topics } = current()
      const keys = Array.from({ length: 60 }, () => freshStream())
      await broker.publish(keys.flatMap((key) => topics.map((topic) => sampleMessage(topic, key))))
      for (const { key, partition } of (await readMessages(broker, { topics, count: 120 })).flat())
        expect(partition).toBe(partitionOfKey(key, partitionCount))
    })

    it('gives each message of a partition a higher offset', async () => {
      const { broker, topics } = current()
      const key = freshStream()
      for (let index = 0; index < 5; index++) await broker.publish([sampleMessage(topics[0], key)])
      const offsets = (await readMessages(broker, { topics, count: 5 })).flat().map(({ offset }) => Number(offset))
      expect(offsets).toEqual([...new Set(offsets)].toSorted((a, b) => a - b))
    })

    it('takes many calls at once, each message once', async () => {
      const { broker, topics } = current()
      const messages = Array.from({ length: 400 }, (_, index) =>
        sampleMessage(topics[index % 2]!, freshStream(), index),
      )
      await Promise.all(messages.map((message) => broker.publish([message])))
      const ids = (await readMessages(broker, { topics, count: 400 })).flat().map(({ headers }) => headers.ce_id)
      expect(ids.toSorted()).toEqual(messages.map(({ headers }) => headers.ce_id).toSorted())
    })

    it('gives no more than a batch at a time', async () => {
      const { broker, topics } = current()
      await broker.publish(Array.from({ length: 50 }, (_, index) => sampleMessage(topics[0], freshStream(), index)))
      const batches = await readMessages(broker, { topics, count: 50, batchSize: 8 })
      expect(batches.every((batch) => batch.length >= 1 && batch.length <= 8)).toBe(true)
    })

    it('takes an empty call', async () => {
      await current().broker.publish([])
    })
  })
}
