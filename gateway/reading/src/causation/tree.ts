import type { Fact } from '@hub/file/fact.ts'
import type { Reader } from '../reader.ts'
import type { Relation } from './causes-and-effects.ts'

/**
 * An event of a tree. `depth` is its distance from the event asked about; `of` is the event that it follows from, or
 * that follows from it.
 */
export type TreeNode = { fact: Fact; depth: number; relation: Relation; of: string }

/** Most events of a tree; a larger one is cut, and says so. */
export const mostEvents = 1000
export type Tree = { nodes: readonly TreeNode[]; cut: boolean }

/** Whether an event counts. */
type Counts = (fact: Fact) => boolean

/** What led to an event, the nearest first, of the events that count. */
export const causesOf = async (reader: Reader, fact: Fact, counts: Counts): Promise<Tree> => {
  const nodes: TreeNode[] = []
  const seen = new Set([fact.ordinal])
  let at = fact
  while (nodes.length < mostEvents) {
    const cause = await reader.causeOf(at)
    // Senders name causes freely: two may name each other.
    if (!cause || !counts(cause.fact) || seen.has(cause.fact.ordinal)) return { nodes, cut: false }
    seen.add(cause.fact.ordinal)
    nodes.push({ fact: cause.fact, depth: nodes.length + 1, relation: cause.relation, of: at.eventId })
    at = cause.fact
  }
  return { nodes, cut: true }
}

/** What followed from an event, of the events that count, each behind the one that it follows from. */
export const effectsOf = async (reader: Reader, fact: Fact, counts: Counts): Promise<Tree> => {
  const nodes: TreeNode[] = []
  const seen = new Set([fact.ordinal])
  let cut = false
  const add = async (of: Fact, depth: number): Promise<void> => {
    for (const effect of await reader.effectsOf(of)) {
      if (!counts(effect.fact) || seen.has(effect.fact.ordinal)) continue
      cut ||= nodes.length >= mostEvents
      if (cut) return
      seen.add(effect.fact.ordinal)
      nodes.push({ fact: effect.fact, depth, relation: effect.relation, of: of.eventId })
      await add(effect.fact, depth + 1)
    }
  }
  await add(fact, 1)
  return { nodes, cut }
}
