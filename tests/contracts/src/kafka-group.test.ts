import { execFile, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Broker, Delivered } from '@hub/broker/broker.ts'
import { type KafkaNotice, openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaClient } from '@hub/broker/kafka-client.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { mayBeMissing, realEngine } from '@hub/local/real-engine.fixture.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshKafkaPlace, removeKafkaPlace } from './kafka-adapter.ts'
import { readMessages } from './reading-messages.ts'
import { freshStream, sampleMessage } from './samples.ts'

const { url = '', missing } = await realEngine('kafka')

type Reader = { read: Delivered[]; shared: { have: number; kept: number }[]; leave: () => Promise<void> }

const until = async (what: () => boolean) => {
  for (let waited = 0; !what(); waited += 20) {
    if (waited > 40_000) throw new Error('what was waited for has not come')
    await pause(20)
  }
}

describe.skipIf(missing !== undefined)(missing ?? 'readers of one group, on real Kafka', () => {
  let place = freshKafkaPlace(url)
  let opened: Broker[] = []
  beforeEach(() => {
    place = freshKafkaPlace(url)
    opened = []
  })
  afterEach(async () => {
    await Promise.all(opened.map((broker) => broker.close()))
    await removeKafkaPlace(place)
  })

  const open = async (observe: (notice: KafkaNotice) => void = () => undefined) => {
    const connection = kafkaConnection(url, process.env)
    const broker = await openKafkaBroker({ connection, ...place, sessionMs: 6_000, observe })
    opened.push(broker)
    return broker
  }

  const join = async (): Promise<Reader> => {
    const reader: Reader = { read: [], shared: [], leave: async () => undefined }
    const broker = await open((notice) => notice.kind === 'rebalanced' && reader.shared.push(notice))
    const leaving = new AbortController()
    const reading = broker.consume({
      topics: place.topics,
      signal: leaving.signal,
      handle: async (batch) => void reader.read.push(...batch),
    })
    reader.leave = async () => {
      leaving.abort()
      await reading
    }
    return reader
  }

  const have = ({ shared }: Reader) => shared.at(-1)?.have ?? 0
  const partitionsOf = ({ read }: Reader, topic: string) =>
    new Set(read.filter((message) => message.topic === topic).map(({ partition }) => partition))

  it('have partition p of every topic at the same one, and keep what they can when one comes or goes', async () => {
    const one = await join()
    await until(() => have(one) === 24)
    const two = await join()
    await until(() => have(one) === 12 && have(two) === 12)
    expect(one.shared.at(-1)).toEqual({ kind: 'rebalanced', have: 12, kept: 12 })

    const sender = await open()
    const messages = Array.from({ length: 300 }, freshStream).flatMap((key) =>
      place.topics.map((topic) => sampleMessage(topic, key)),
    )
    await sender.publish(messages)
    await until(() => one.read.length + two.read.length >= 600)
    const [first, second] = place.topics
    for (const reader of [one, two]) {
      expect(partitionsOf(reader, first)).toEqual(partitionsOf(reader, second))
      expect(partitionsOf(reader, first).size).toBe(12)
    }

    await one.leave()
    await until(() => have(two) === 24)
    expect(two.shared.at(-1)).toEqual({ kind: 'rebalanced', have: 24, kept: 12 })
    await two.leave()
    expect(one.read.length + two.read.length).toBe(600)
    expect((await sender.lag()).messages).toBe(0)
  }, 120_000)

  it('refuse a topic of another number of partitions, and name each setting that is not as it should be', async () => {
    const [first, second] = place.topics
    const admin = kafkaClient(kafkaConnection(url, process.env), 'contract').admin()
    await admin.connect()
    const topic = (name: string, numPartitions: number, policy: string) => ({
      topic: name,
      numPartitions,
      configEntries: [{ name: 'cleanup.policy', value: policy }],
    })
    await admin.createTopics({
      waitForLeaders: false,
      topics: [topic(first, 3, 'delete'), topic(second, 24, 'compact')],
    })
    await pause(500)
    await admin.disconnect()
    await expect(open()).rejects.toThrow(/has 3 partitions and needs 24[\s\S]*cleanup.policy=compact and needs delete/)
  }, 60_000)

  for (const codec of ['gzip', 'snappy', 'lz4', 'zstd'])
    it(`read what a foreign tool has compressed by ${codec}`, async (context) => {
      const [topic] = place.topics
      const reader = await open()
      const lines = Array.from({ length: 300 }, (_, index) => `line ${index} ${'一人一档'.repeat(index % 40)}`)
      const args = ['-P', '-b', kafkaConnection(url).brokers.join(','), '-t', topic, '-k', 'person-1', '-z', codec]
      const { error, status } = spawnSync('kcat', args, { input: lines.join('\n') })
      if (error) return context.skip(mayBeMissing('kcat is not installed: apt-get install kcat'))
      expect(status).toBe(0)
      const read = (await readMessages(reader, { topics: [topic], count: lines.length })).flat()
      expect(read.map(({ value }) => value).sort()).toEqual(lines.toSorted())
    }, 60_000)

  it('read what any Kafka tool reads: a CloudEvent, its attributes in headers', async (context) => {
    const kcat = promisify(execFile)
    const [topic] = place.topics
    const message = sampleMessage(topic, freshStream(), '一人一档')
    await (await open()).publish([message])
    const brokers = kafkaConnection(url).brokers.join(',')
    const args = ['-C', '-q', '-e', '-b', brokers, '-t', topic, '-o', 'beginning', '-f', '%h\\t%k\\t%s\\n']
    const { stdout } = await kcat('kcat', args).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT'
        ? context.skip(mayBeMissing('kcat is not installed: apt-get install kcat'))
        : Promise.reject(error),
    )
    const [headers = '', key, value] = stdout.trimEnd().split('\t')
    expect([key, value]).toEqual([message.key, message.value])
    const expected = { 'content-type': 'application/json', ...message.headers }
    expect(headers.split(',').sort()).toEqual(
      Object.entries(expected)
        .map(([name, text]) => `${name}=${text}`)
        .sort(),
    )
  })
})
