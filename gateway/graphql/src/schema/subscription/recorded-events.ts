import type { Fact } from '@hub/file/fact.ts'
import { builder } from '../builder.ts'
import { cursorsOf } from '../cursor.ts'
import { EventFilterInput, eventFilterOf } from '../event/event-filter.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { type Cursored, followedPayloads, payloadOf } from './payloads.ts'
import { afterArgument } from './subscription-cursor.ts'

const RecordedEvents = builder.objectRef<Cursored & { events: readonly Fact[] }>('RecordedEvents').implement({
  description: 'Events that were recorded, in store order.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Its place: give it as `after` to go on behind it.',
    }),
    position: t.expose('position', {
      type: 'Position',
      description: 'The position of the last event, or of where the subscription begins.',
    }),
    events: t.field({
      type: [EventInterface],
      description: 'The events, up to 100; none in the first payload, which says where the subscription begins.',
      resolve: ({ events }) => events.map(eventView),
    }),
  }),
})

builder.subscriptionField('recordedEvents', (t) =>
  t.field({
    type: RecordedEvents,
    description: 'Events as they are recorded.',
    args: {
      filter: t.arg({ type: EventFilterInput, required: false, description: 'Which; all where nothing is said.' }),
      after: t.arg(afterArgument),
    },
    subscribe: (_root, { filter, after }, context) => {
      const of = eventFilterOf(filter)
      return followedPayloads(
        context,
        cursorsOf(context, 'recordedEvents', filter),
        after,
        {
          key: `recordedEvents ${JSON.stringify(of)}`,
          read: async (reader, page) =>
            reader.opened(await reader.scan(of, { after: page.after, before: page.upTo + 1, first: page.first })),
        },
        (followed) => followed,
      )
    },
    resolve: payloadOf,
  }),
)
