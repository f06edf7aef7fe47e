import type { Fact } from '../file/fact.ts'
import { builder } from './builder.ts'
import type { GatewayContext } from './context.ts'
import { Node, parseNodeId } from './node-id.ts'
import type { VeteranView } from './veteran/sections.ts'

const nodeOf = async (id: string, { reader }: GatewayContext): Promise<Fact | VeteranView | null> => {
  const parsed = parseNodeId(id)
  if (!parsed) return null
  if (parsed.kind === 'Event') return (await reader.event(parsed.id)) ?? null
  const file = await reader.file(parsed.id)
  return file ? { file, moment: reader.resolveMoment() } : null
}

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'What has this global id; null when nothing has.',
    args: { id: t.arg.id({ required: true, description: 'The global id.' }) },
    resolve: (_root, { id }, context) => nodeOf(String(id), context),
  }),
)

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'What has these global ids, in their order; null in the place of an unknown one. At most 100.',
    args: { ids: t.arg.idList({ required: true, description: 'The global ids.' }) },
    resolve: (_root, { ids }, context) => Promise.all(ids.slice(0, 100).map((id) => nodeOf(String(id), context))),
  }),
)
