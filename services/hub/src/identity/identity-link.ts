import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { identityStream } from '@hub/schemas/format/stream-name.ts'

/** Two person ids, the smaller first. */
export type Pair = readonly [string, string]

/** A decision about two person ids, with what it rests on and the two who took it. */
export type LinkDecision = {
  persons: Pair
  evidence: readonly string[]
  decidedBy: string
  secondDecider: string
}

export type IdentityEvent =
  | { type: 'hub.IdentityLinked.v1'; id: string; data: LinkDecision }
  | { type: 'hub.IdentityUnlinked.v1'; id: string; data: LinkDecision }

/** Whether each pair of this stream is linked now, and how many decisions have been taken about it. */
export type Links = ReadonlyMap<string, { linked: boolean; decisions: number }>

/** Why a decision does not stand; the codes are those of the intakes' faults. */
export type LinkRefusal = { code: 'SAME_PERSON' | 'TWO_DUTIES' | 'MISSING'; pointer: string }

const keyOf = (persons: Pair) => persons.join('|')

/** The pair in its order: the smaller id first. */
export const pairOf = (one: string, other: string): Pair => (one < other ? [one, other] : [other, one])

export const evolve = (links: Links, event: Pick<IdentityEvent, 'type'> & { data: { persons: Pair } }): Links => {
  const key = keyOf(event.data.persons)
  const decisions = (links.get(key)?.decisions ?? 0) + 1
  return new Map(links).set(key, { linked: event.type === 'hub.IdentityLinked.v1', decisions })
}

/** What speaks against a decision; undefined when nothing does. */
export const refusalOf = (decision: LinkDecision): LinkRefusal | undefined => {
  if (decision.persons[0] === decision.persons[1]) return { code: 'SAME_PERSON', pointer: '/persons/1' }
  if (decision.decidedBy === decision.secondDecider) return { code: 'TWO_DUTIES', pointer: '/secondDecider' }
  if (decision.evidence.length === 0) return { code: 'MISSING', pointer: '/evidence' }
  return undefined
}

const decide = (kind: 'link' | 'unlink', decision: LinkDecision, links: Links): readonly IdentityEvent[] => {
  const state = links.get(keyOf(decision.persons)) ?? { linked: false, decisions: 0 }
  if (state.linked === (kind === 'link')) return []
  const stream = identityStream(...decision.persons)
  const id = eventIdOf('/hub/identity', `${kind}|${keyOf(decision.persons)}|${state.decisions + 1}`, stream)
  return [{ type: kind === 'link' ? 'hub.IdentityLinked.v1' : 'hub.IdentityUnlinked.v1', id, data: decision }]
}

/** Links two person ids, unless they are linked. */
export const link = (decision: LinkDecision, links: Links) => decide('link', decision, links)

/** Unlinks two person ids, unless they are not linked. */
export const unlink = (decision: LinkDecision, links: Links) => decide('unlink', decision, links)
