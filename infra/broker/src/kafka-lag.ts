import { setTimeout as pause } from 'node:timers/promises'
import type { Admin } from 'kafkajs'
import type { Lag } from './broker.ts'

/** A partition in which something waits: `from` is the offset of the first message that does. */
type Behind = { topic: string; partition: number; from: bigint; messages: bigint }

const most = (a: bigint, b: bigint) => (a > b ? a : b)

const behindOf = async (admin: Admin, group: string, topics: readonly string[]): Promise<Behind[]> => {
  const [committed, ends] = await Promise.all([
    admin.fetchOffsets({ groupId: group, topics: [...topics] }),
    Promise.all(topics.map(async (topic) => ({ topic, partitions: await admin.fetchTopicOffsets(topic) }))),
  ])
  const done = new Map(
    committed.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [`${topic}/${partition}`, BigInt(offset)] as const),
    ),
  )
  return ends.flatMap(({ topic, partitions }) =>
    partitions.flatMap(({ partition, high, low }) => {
      // Nothing committed is -1; what retention has taken away does not wait.
      const from = most(done.get(`${topic}/${partition}`) ?? -1n, BigInt(low))
      const messages = BigInt(high) - from
      return messages > 0n ? [{ topic, partition, from, messages }] : []
    }),
  )
}

/** Whether the first waiting message of every partition was put there at `at` or later. */
const allSince = async (admin: Admin, behind: readonly Behind[], at: number): Promise<boolean> => {
  const byTopic = [...Map.groupBy(behind, ({ topic }) => topic)]
  const answers = await Promise.all(
    byTopic.map(async ([topic, partitions]) => {
      const first = new Map(
        (await admin.fetchTopicOffsetsByTimestamp(topic, at)).map(({ partition, offset }) => [
          partition,
          BigInt(offset),
        ]),
      )
      return partitions.every(({ partition, from }) => (first.get(partition) ?? 0n) <= from)
    }),
  )
  return answers.every((all) => all)
}

/**
 * When the oldest waiting message was put there, ms. Kafka tells the first offset after a moment, not the moment of an
 * offset: steps back that double find a moment before it, halving finds it.
 */
const oldestOf = async (admin: Admin, behind: readonly Behind[]): Promise<number> => {
  let later = Date.now() + 1
  let step = 1
  while (!(await allSince(admin, behind, later - step))) {
    later -= step
    step *= 4
  }
  let earlier = later - step
  while (later - earlier > 1) {
    const middle = Math.floor((later + earlier) / 2)
    if (await allSince(admin, behind, middle)) earlier = middle
    else later = middle
  }
  return earlier
}

const attempts = 10
const againAfterMs = 200

/** What waits in some topics for a group. A coordinator or leader that has just changed is asked again. */
export const kafkaLag = async (admin: Admin, group: string, topics: readonly string[]): Promise<Lag> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await lagNow(admin, group, topics)
    } catch (error) {
      if (attempt === attempts || (error as { retriable?: boolean }).retriable !== true) throw error
      await pause(againAfterMs)
    }
}

const lagNow = async (admin: Admin, group: string, topics: readonly string[]): Promise<Lag> => {
  const behind = await behindOf(admin, group, topics)
  if (behind.length === 0) return { messages: 0, oldest: undefined }
  const messages = Number(behind.reduce((sum, one) => sum + one.messages, 0n))
  return { messages, oldest: new Date(await oldestOf(admin, behind)).toISOString() }
}
