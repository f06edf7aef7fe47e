import { builder } from './builder.ts'
import type { EventView } from './event/event-view.ts'
import { eventTypeName } from './event/type-names.ts'

/** What has a global id. */
export type NodeKind = 'Veteran' | 'Event'

/** A global id: kind and own id, in base64url. It never holds a citizen number. */
export const nodeId = (kind: NodeKind, id: string): string => Buffer.from(`${kind}:${id}`).toString('base64url')

/** Kind and own id of a global id; undefined when it is none of the hub's. */
export const parseNodeId = (text: string): { kind: NodeKind; id: string } | undefined => {
  const match = /^(Veteran|Event):([0-9a-z-]{1,60})$/.exec(Buffer.from(text, 'base64url').toString('utf8'))
  return match ? { kind: match[1] as NodeKind, id: match[2]! } : undefined
}

/** What `node` and `nodes` answer. */
export const Node = builder.interfaceRef<object>('Node')

builder.interfaceType(Node, {
  description: 'Something with a global id.',
  resolveType: (node) => ('file' in node ? 'Veteran' : eventTypeName((node as EventView).head)),
  fields: (t) => ({ id: t.id({ description: 'The global id.', resolve: () => '' }) }),
})
