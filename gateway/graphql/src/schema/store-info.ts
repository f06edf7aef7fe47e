import { catalogue } from '@hub/schemas/catalogue.ts'
import { answerMoment } from './answer-moment.ts'
import { builder } from './builder.ts'
import type { MomentView } from './moment-types.ts'
import { atLeastArgument, Moment, momentArgument } from './moment-types.ts'

const StoreInfo = builder.objectRef<{ storeId: string; moment: MomentView; events: number }>('StoreInfo').implement({
  description: 'The store that answers are from.',
  fields: (t) => ({
    storeId: t.id({
      description: 'Its UUID; cursors, receipts and positions belong to it.',
      resolve: (store) => store.storeId,
    }),
    moment: t.expose('moment', { type: Moment, description: 'How far the views have come.' }),
    events: t.expose('events', { type: 'BigInt', description: 'How many events they hold.' }),
    eventTypes: t.int({ description: 'How many event types this hub knows.', resolve: () => catalogue.length }),
  }),
})

builder.queryField('storeInfo', (t) =>
  t.field({
    type: StoreInfo,
    description: 'The store that answers are from, and how far the views have come.',
    args: { moment: t.arg(momentArgument), atLeast: t.arg(atLeastArgument) },
    resolve: async (_root, { moment }, context, info) => {
      const at = await answerMoment(context, moment, info)
      return { storeId: context.storeId, moment: at, events: at.ordinal }
    },
  }),
)
