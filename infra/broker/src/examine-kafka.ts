import { advice, type Finding, fault, good, reasonOf } from '@hub/runtime/finding.ts'
import { kafkaClient } from './kafka-client.ts'
import type { KafkaConnection } from './kafka-connection.ts'
import { missingCodecs } from './kafka-foreign-codecs.ts'
import { checkTopics } from './kafka-topics.ts'

/** Looks at a Kafka without changing it: whether it answers, its brokers, the settings of the hub's topics. */
export const examineKafka = async (connection: KafkaConnection, topics: readonly string[]): Promise<Finding[]> => {
  const admin = kafkaClient(connection, 'hub-doctor').admin()
  try {
    await admin.connect()
    const { brokers } = await admin.describeCluster()
    const there = new Set(await admin.listTopics())
    const missing = topics.filter((topic) => !there.has(topic))
    const findings = await checkTopics(
      admin,
      topics.filter((topic) => there.has(topic)),
    )
    return [
      good(
        `answers; ${brokers.length} broker${brokers.length === 1 ? '' : 's'}; its protocol does not tell its release`,
      ),
      ...(brokers.length < 3
        ? [
            advice(
              'a broker that is lost takes acknowledged messages with it',
              'run three brokers or more, with min.insync.replicas=2',
            ),
          ]
        : []),
      ...(missing.length > 0
        ? [
            advice(
              `the topics ${missing.join(', ')} are not there`,
              'the first start makes them, with the settings that the hub needs',
            ),
          ]
        : []),
      ...findings.map(({ topic, setting, is, should, why, severe }) =>
        (severe ? fault : advice)(
          `topic ${topic} has ${setting}=${is}, and ${should} is needed: ${why}`,
          setting === 'partitions'
            ? 'make the topic anew while it is empty'
            : `kafka-configs.sh --alter --topic ${topic} --add-config ${setting}=${should}`,
        ),
      ),
      ...(await missingCodecs()).map((says) =>
        advice(says, 'if no sender uses it, nothing; else run the recorders on a machine that can read it'),
      ),
      ...(missing.length === 0 && findings.length === 0
        ? [good('every topic has the settings that the hub needs')]
        : []),
    ]
  } catch (error) {
    return [
      fault(`does not answer: ${reasonOf(error)}`, 'check BROKER_URL, BROKER_TLS and BROKER_SASL, and that it runs'),
    ]
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}
