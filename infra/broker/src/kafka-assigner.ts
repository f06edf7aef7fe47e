import kafkajs, { type PartitionAssigner } from 'kafkajs'

/** A member of the group, and the partitions that it had before. */
export type Sharer = { id: string; had: readonly number[] }

/**
 * Shares partitions 0 to `count - 1` among members, evenly to one. A member keeps what it had, as far as that is even;
 * where two claim one, the first by id keeps it.
 */
export const sharePartitions = (members: readonly Sharer[], count: number): Map<string, number[]> => {
  // Whoever has most takes the shares that are one larger, so that fewest move.
  const sorted = [...members].sort((a, b) => b.had.length - a.had.length || (a.id < b.id ? -1 : 1))
  const least = Math.floor(count / sorted.length)
  const larger = count % sorted.length
  const free = new Set(Array.from({ length: count }, (_, partition) => partition))
  const shares = sorted.map(({ id, had }, index) => {
    const share = [...new Set(had)]
      .filter((partition) => free.has(partition))
      .slice(0, index < larger ? least + 1 : least)
    for (const partition of share) free.delete(partition)
    return { id, share, size: index < larger ? least + 1 : least }
  })
  const left = free.values()
  for (const { share, size } of shares) while (share.length < size) share.push(left.next().value!)
  return new Map(shares.map(({ id, share }) => [id, share.sort((a, b) => a - b)]))
}

const { MemberMetadata, MemberAssignment } = kafkajs.AssignerProtocol
const version = 1

const hadOf = (userData: Buffer | undefined): number[] => {
  try {
    const had: unknown = JSON.parse(String(userData))
    return Array.isArray(had) ? had.filter((partition) => Number.isInteger(partition)) : []
  } catch {
    return []
  }
}

/**
 * Gives partition p of every topic to the same member, so that no two processes write to one stream, whatever topics
 * its events come by. kafkajs's own assigner deals out all partitions of all topics one by one. `had` says which
 * partitions this member has now.
 */
export const copartitioned =
  (had: () => readonly number[]): PartitionAssigner =>
  ({ cluster }) => ({
    name: 'hub-copartitioned',
    version,
    protocol: ({ topics }) => ({
      name: 'hub-copartitioned',
      metadata: MemberMetadata.encode({ version, topics, userData: Buffer.from(JSON.stringify(had())) }),
    }),
    assign: async ({ members, topics }) => {
      const sharers = members.map(({ memberId, memberMetadata }) => ({
        id: memberId,
        had: hadOf(MemberMetadata.decode(memberMetadata)?.userData),
      }))
      const counts = topics.map((topic) => cluster.findTopicPartitionMetadata(topic).length)
      const shares = sharePartitions(sharers, Math.max(0, ...counts))
      return members.map(({ memberId }) => ({
        memberId,
        memberAssignment: MemberAssignment.encode({
          version,
          assignment: Object.fromEntries(
            topics.map((topic, index) => [
              topic,
              shares.get(memberId)!.filter((partition) => partition < counts[index]!),
            ]),
          ),
          userData: Buffer.alloc(0),
        }),
      }))
    },
  })
