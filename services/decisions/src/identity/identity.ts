import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { identityStream } from '@hub/schemas/format/stream-name.ts'
import { IdentityLinked, IdentityUnlinked } from '@hub/schemas/hub/events.ts'
import type { Decider, Decision, Refusal } from '../decider.ts'

/** Two person ids, the smaller first. */
export type Pair = readonly [string, string]

/** A decision about two person ids, with what it rests on and the two who took it. */
export type LinkDecision = {
  readonly persons: Pair
  readonly evidence: readonly string[]
  readonly decidedBy: string
  readonly secondDecider: string
}

export type IdentityEvent =
  | { readonly type: 'hub.IdentityLinked.v1'; readonly id: string; readonly data: LinkDecision }
  | { readonly type: 'hub.IdentityUnlinked.v1'; readonly id: string; readonly data: LinkDecision }

/** How a pair stands: whether it is linked, how many decisions were taken about it, and the id of the last one. */
export type Link = { readonly linked: boolean; readonly decisions: number; readonly decidedIn?: string }

/** The pairs of one stream: those whose smaller id names it. */
export type Links = ReadonlyMap<string, Link>

const keyOf = (persons: Pair) => persons.join('|')
const undecided: Link = { linked: false, decisions: 0 }

/** The pair in its order: the smaller id first. */
export const pairOf = (one: string, other: string): Pair => (one < other ? [one, other] : [other, one])

/** The stream that holds what is decided about a pair. */
export const streamOfPair = (persons: Pair): string => identityStream(...persons)

/** How a pair stands among the links of its stream. */
export const linkOf = (persons: Pair, links: Links): Link => links.get(keyOf(persons)) ?? undecided

const events: readonly EventDefinition[] = [IdentityLinked, IdentityUnlinked]

/** Links between person ids. */
export const identity: Decider<Links, IdentityEvent> = {
  service: 'identity',
  events,
  initial: new Map(),
  evolve: (links, { type, id, data }) => {
    const decisions = linkOf(data.persons, links).decisions + 1
    const linked = type === 'hub.IdentityLinked.v1'
    return new Map(links).set(keyOf(data.persons), { linked, decisions, decidedIn: id })
  },
}

const refusalsOf = ({ persons, evidence, decidedBy, secondDecider }: LinkDecision): readonly Refusal[] => [
  ...(persons[0] === persons[1] ? [{ code: 'SAME_PERSON', pointer: '/persons/1' } as const] : []),
  ...(evidence.length === 0 ? [{ code: 'MISSING', pointer: '/evidence' } as const] : []),
  ...(decidedBy === secondDecider ? [{ code: 'TWO_DUTIES', pointer: '/secondDecider' } as const] : []),
]

const decide = (
  type: IdentityEvent['type'],
  kind: 'link' | 'unlink',
  decision: LinkDecision,
  links: Links,
): Decision<IdentityEvent> => {
  const refused = refusalsOf(decision)
  if (refused.length > 0) return { refused }
  const { linked, decisions } = linkOf(decision.persons, links)
  if (linked === (kind === 'link')) return []
  return [{ type, id: `${kind}|${keyOf(decision.persons)}|${decisions + 1}`, data: decision }]
}

/** Links two person ids, unless they are linked. Refuses one person twice, one official as both deciders, and no evidence. */
export const link = (decision: LinkDecision, links: Links): Decision<IdentityEvent> =>
  decide('hub.IdentityLinked.v1', 'link', decision, links)

/** Unlinks two person ids, unless they are not linked. Refuses what `link` does. */
export const unlink = (decision: LinkDecision, links: Links): Decision<IdentityEvent> =>
  decide('hub.IdentityUnlinked.v1', 'unlink', decision, links)
