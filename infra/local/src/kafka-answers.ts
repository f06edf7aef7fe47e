import '@hub/broker/kafka-idle.ts'
import kafkajs from 'kafkajs'

/** Resolves when a broker answers at `<host>:<port>` and takes work; rejects otherwise. */
export const kafkaAnswers = async (address: string): Promise<void> => {
  const kafka = new kafkajs.Kafka({
    clientId: 'local',
    brokers: [address],
    connectionTimeout: 2_000,
    requestTimeout: 5_000,
    retry: { retries: 0 },
    logLevel: kafkajs.logLevel.NOTHING,
  })
  const admin = kafka.admin()
  try {
    await admin.connect()
    const { brokers } = await admin.describeCluster()
    if (brokers.length === 0) throw new Error('the broker is not in its cluster yet')
  } finally {
    await admin.disconnect()
  }
}
