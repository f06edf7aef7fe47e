import type { Kafka } from 'kafkajs'
import { BrokerUnavailable, type Kept } from './broker.ts'

/** The marks that were committed with the group's offsets. */
const committedMarks = async (admin: ReturnType<Kafka['admin']>, group: string, topics: readonly string[]) => {
  const offsets = await admin.fetchOffsets({ groupId: group, topics: [...topics] })
  const marks = offsets.flatMap(({ partitions }) => partitions.map(({ metadata }) => metadata ?? ''))
  return [...new Set(marks)].filter((mark) => mark !== '')
}

const isLacking = async (kept: Kept, marks: readonly string[]) => {
  for (const mark of marks) if (await kept.lacks(mark)) return true
  return false
}

/**
 * Sets a group back to the oldest messages in the topics, where it has committed more than the store holds. Returns
 * whether it did.
 * @throws {BrokerUnavailable} while others read as members of the group
 */
export const rewindWhereKeptIsOlder = async (options: {
  kafka: Kafka
  group: string
  topics: readonly string[]
  kept: Kept
}): Promise<boolean> => {
  const { kafka, group, topics, kept } = options
  const admin = kafka.admin()
  await admin.connect()
  try {
    if (!(await isLacking(kept, await committedMarks(admin, group, topics)))) return false
    try {
      for (const topic of topics) await admin.resetOffsets({ groupId: group, topic, earliest: true })
    } catch (cause) {
      // Another reader that starts may have done it already, and reads now.
      if (!(await isLacking(kept, await committedMarks(admin, group, topics)))) return false
      throw new BrokerUnavailable(
        `the store is older than what the group ${group} has committed, and others read in it: stop all recorders, then start them`,
        { cause },
      )
    }
    return true
  } finally {
    await admin.disconnect()
  }
}
