import { countsAt, type MomentAsked } from '@hub/reading/moment.ts'
import type { Moment } from '@hub/reading/reader.ts'
import { answerMoment } from './answer-moment.ts'
import { builder } from './builder.ts'
import { largestPage } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { refusal } from './errors.ts'
import { type EventView, eventView } from './event/event-view.ts'
import { atLeastArgument, momentArgument } from './moment-types.ts'
import { Node, parseNodeId } from './node-id.ts'
import type { VeteranView } from './veteran/sections.ts'

type Found = EventView | VeteranView

/** What these ids name at a moment, in their order; a refusal in the place of one that names nothing. */
const nodesOf = async (
  ids: readonly string[],
  { reader }: GatewayContext,
  moment: Moment,
  asked: MomentAsked | null | undefined,
): Promise<(Found | Error)[]> => {
  const named = ids.map(parseNodeId)
  const ofKind = (kind: 'Event' | 'Veteran') => named.flatMap((parsed) => (parsed?.kind === kind ? [parsed.id] : []))
  const [events, files] = [await reader.eventsOf(ofKind('Event')), await reader.files(ofKind('Veteran'), moment)]
  return named.map((parsed) => {
    const file = parsed?.kind === 'Veteran' ? files.get(parsed.id) : undefined
    if (file) return { file, moment, asked }
    const fact = parsed?.kind === 'Event' ? events.get(parsed.id) : undefined
    return fact && countsAt(fact, moment)
      ? eventView(fact)
      : refusal('NOT_FOUND', { en: 'nothing has this id at this moment', zh: '该时点没有此编号的内容' })
  })
}

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'What has this global id at a moment; null with the code NOT_FOUND when nothing has.',
    args: {
      id: t.arg.id({ required: true, description: 'The global id.' }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { id, moment }, context, info) => {
      const [node] = await nodesOf([String(id)], context, await answerMoment(context, moment, info), moment)
      if (!node || node instanceof Error) throw node
      return node
    },
  }),
)

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `What has these global ids at a moment, in their order; null with the code NOT_FOUND in the place of one that nothing has. At most ${largestPage}.`,
    args: {
      ids: t.arg.idList({ required: true, description: 'The global ids.' }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { ids, moment }, context, info) => {
      if (ids.length > largestPage)
        throw refusal('BAD_USER_INPUT', {
          en: `not a list of ids: nodes takes up to ${largestPage}`,
          zh: `编号过多：nodes 最多 ${largestPage} 个`,
        })
      const nodes = await nodesOf(ids.map(String), context, await answerMoment(context, moment, info), moment)
      // An error in the place of an item is that item's error.
      return nodes as Found[]
    },
  }),
)
