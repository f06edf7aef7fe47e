import { catalogue } from '@hub/schemas/catalogue.ts'
import { builder } from './builder.ts'
import type { MomentView } from './moment.ts'
import { Moment } from './moment.ts'

const StoreInfo = builder.objectRef<{ storeId: string; moment: MomentView; events: number }>('StoreInfo').implement({
  description: 'The store that answers are from.',
  fields: (t) => ({
    storeId: t.id({
      description: 'Its UUID; cursors, receipts and positions belong to it.',
      resolve: (store) => store.storeId,
    }),
    moment: t.field({ type: Moment, description: 'How far the views have come.', resolve: ({ moment }) => moment }),
    events: t.field({ type: 'BigInt', description: 'How many events they hold.', resolve: ({ events }) => events }),
    eventTypes: t.int({ description: 'How many event types this hub knows.', resolve: () => catalogue.length }),
  }),
})

builder.queryField('storeInfo', (t) =>
  t.field({
    type: StoreInfo,
    description: 'The store that answers are from, and how far the views have come.',
    resolve: (_root, _args, { reader, storeId }) => {
      const { ordinal, position, knownTime } = reader.checkpoint()
      return { storeId, moment: { position, knownTime }, events: ordinal }
    },
  }),
)
