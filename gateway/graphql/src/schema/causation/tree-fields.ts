import type { Relation } from '@hub/reading/causation/causes-and-effects.ts'
import { causesOf, effectsOf, mostEvents, type Tree, type TreeNode } from '@hub/reading/causation/tree.ts'
import { countsAt } from '@hub/reading/moment.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventMeant } from '../event/event-meant.ts'
import { eventView } from '../event/event-view.ts'
import { atLeastArgument, momentArgument } from '../moment-types.ts'

const RelationView = builder.enumType('EventRelation', {
  description: 'How an event follows from another one.',
  values: {
    CAUSED: { description: 'It says that it came of it (`causationid`).' },
    REPLACES: { description: 'It corrects it or takes it back.' },
  } satisfies Record<Relation, { description: string }>,
})

const NodeView = builder.objectRef<TreeNode>('EventTreeNode').implement({
  description: 'An event in a tree of causes or effects.',
  fields: (t) => ({
    event: t.field({ type: EventInterface, description: 'The event.', resolve: ({ fact }) => eventView(fact) }),
    depth: t.exposeInt('depth', { description: 'How far it is from the event asked about, from 1.' }),
    relation: t.expose('relation', { type: RelationView, description: 'How the two follow.' }),
    of: t.exposeID('of', {
      description: 'The event next to it, towards the one asked about.',
    }),
  }),
})

const TreeView = builder.objectRef<Tree>('EventTree').implement({
  description: 'Causes or effects of an event.',
  fields: (t) => ({
    nodes: t.expose('nodes', {
      type: [NodeView],
      description: 'Causes: the nearest first. Effects: each behind the one that it follows from.',
    }),
    cut: t.exposeBoolean('cut', { description: `Whether there are more than ${mostEvents}.` }),
  }),
})

const trees = {
  causes: { of: causesOf, description: 'What led to an event; null with NOT_FOUND where there is none.' },
  effects: { of: effectsOf, description: 'What followed from an event; null with NOT_FOUND where there is none.' },
} as const

for (const [name, { of, description }] of Object.entries(trees))
  builder.queryField(name, (t) =>
    t.field({
      type: TreeView,
      nullable: true,
      description,
      args: {
        eventId: t.arg.id({ required: true, description: 'The UUID of the event.' }),
        moment: t.arg(momentArgument),
        atLeast: t.arg(atLeastArgument),
      },
      resolve: async (_root, { eventId, moment }, context, info) => {
        const at = await answerMoment(context, moment, info)
        const fact = await eventMeant(String(eventId), context, at)
        return of(context.reader, fact, (related) => countsAt(related, at))
      },
    }),
  )
