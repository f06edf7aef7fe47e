import { setTimeout as pause } from 'node:timers/promises'
import { partitionCount } from '@hub/schemas/format/partition-count.ts'
import kafkajs, { type Admin } from 'kafkajs'
import { BrokerUnavailable } from './broker.ts'

/** Something about a topic that is not as the hub needs it. */
export type TopicFinding = {
  topic: string
  setting: string
  is: string
  should: string
  why: string
  /** Without it the hub loses order or messages: it does not start. */
  severe: boolean
}

const thirtyDaysMs = 30 * 24 * 3_600_000

type Rule = { setting: string; should: string; keeps: (is: string) => boolean; why: string; severe: boolean }

const atLeast = (least: number) => (is: string) => Number(is) === -1 || Number(is) >= least
const equal = (should: string) => (is: string) => is === should

/** What a topic of the hub needs, on a cluster of so many brokers. */
export const topicRules = (brokers: number): Rule[] => {
  const inSync = brokers >= 3 ? '2' : '1'
  const rule = (setting: string, should: string, keeps: Rule['keeps'], why: string, severe = false): Rule => ({
    setting,
    should,
    keeps,
    why,
    severe,
  })
  return [
    rule('cleanup.policy', 'delete', equal('delete'), 'compaction takes away all but the last fact of a stream', true),
    rule(
      'retention.ms',
      String(thirtyDaysMs),
      atLeast(thirtyDaysMs),
      'a recorder that stood still for weeks still finds its messages',
    ),
    rule('retention.bytes', '-1', equal('-1'), 'messages go by their age, never by their size'),
    rule(
      'min.insync.replicas',
      inSync,
      atLeast(Number(inSync)),
      'an acknowledged message outlives the loss of a broker',
    ),
    rule('max.message.bytes', '1048588', atLeast(1_048_588), 'a batch of messages fits'),
    rule(
      'message.timestamp.type',
      'LogAppendTime',
      equal('LogAppendTime'),
      "lag is measured by the broker's clock, not by a sender's",
    ),
    rule(
      'compression.type',
      'producer',
      (is) => is === 'producer' || is === 'zstd',
      'the hub compresses what comes in large batches, which halves the boxes; a broker that does it again pays for every small one',
    ),
    ...(brokers === 1
      ? [
          rule(
            'flush.messages',
            '1',
            equal('1'),
            'a single broker has no replica: only its disk keeps an acknowledged message',
          ),
        ]
      : []),
  ]
}

const patienceMs = 30_000

/** Waits until the leader of every partition of new topics knows that it leads. */
const untilLed = async (admin: Admin, topics: readonly string[]) => {
  const deadline = Date.now() + patienceMs
  for (;;)
    try {
      for (const topic of topics) await admin.fetchTopicOffsets(topic)
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await pause(50)
    }
}

const create = async (admin: Admin, topics: readonly string[], brokers: number) => {
  const configEntries = topicRules(brokers).map(({ setting, should }) => ({ name: setting, value: should }))
  await admin.createTopics({
    // kafkajs's own waiting gives up where a broker does not know the topic yet.
    waitForLeaders: false,
    topics: topics.map((topic) => ({
      topic,
      numPartitions: partitionCount,
      replicationFactor: Math.min(brokers, 3),
      configEntries,
    })),
  })
  await untilLed(admin, topics)
}

const brokersOf = async (admin: Admin) => (await admin.describeCluster()).brokers.length

/** What is not as it should be with topics that are there. */
export const checkTopics = async (admin: Admin, topics: readonly string[]): Promise<TopicFinding[]> => {
  const rules = topicRules(await brokersOf(admin))
  const { topics: metadata } = await admin.fetchTopicMetadata({ topics: [...topics] })
  const partitions = metadata.flatMap(({ name, partitions: { length } }): TopicFinding[] =>
    length === partitionCount
      ? []
      : [
          {
            topic: name,
            setting: 'partitions',
            is: String(length),
            should: String(partitionCount),
            why: 'the store was founded so: with another count a stream changes its partition and loses its order',
            severe: true,
          },
        ],
  )
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
  })
  const settings = resources.flatMap(({ resourceName, configEntries }) =>
    rules.flatMap(({ keeps, ...rule }): TopicFinding[] => {
      const is = configEntries.find(({ configName }) => configName === rule.setting)?.configValue ?? ''
      return keeps(is) ? [] : [{ topic: resourceName, is, ...rule }]
    }),
  )
  return [...partitions, ...settings]
}

/** A finding in a line, with what to do. */
export const describeFinding = ({ topic, setting, is, should, why }: TopicFinding): string =>
  setting === 'partitions'
    ? `topic ${topic} has ${is} partitions and needs ${should}: ${why}`
    : `topic ${topic} has ${setting}=${is} and needs ${should} (${why}): kafka-configs.sh --alter --topic ${topic} --add-config ${setting}=${should}`

/**
 * Makes the topics that are not there, with the settings that they need, and checks the others. Answers what would
 * better be changed; throws `BrokerUnavailable` where the hub would lose order or messages, or may not make a topic.
 */
export const ensureTopics = async (admin: Admin, topics: readonly string[]): Promise<TopicFinding[]> => {
  const there = new Set(await admin.listTopics())
  const missing = topics.filter((topic) => !there.has(topic))
  if (missing.length > 0)
    await create(admin, missing, await brokersOf(admin)).catch((cause: Error) => {
      throw new BrokerUnavailable(`the topics ${missing.join(', ')} are missing and can't be made: ${cause.message}`, {
        cause,
      })
    })
  const findings = await checkTopics(admin, topics)
  const severe = findings.filter((finding) => finding.severe)
  if (severe.length > 0) throw new BrokerUnavailable(severe.map(describeFinding).join('\n'))
  return findings
}
