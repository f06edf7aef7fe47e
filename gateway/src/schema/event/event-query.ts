import type { Fact } from '../../file/fact.ts'
import { builder } from '../builder.ts'
import { type ConnectionView, connectionOf, pageArguments, pageSize } from '../connection.ts'
import type { GatewayContext } from '../context.ts'
import { cursorsOf } from '../cursor.ts'
import { MomentInput, pinnedMoment } from '../moment.ts'
import { EventFilterInput, eventFilterOf } from './event-filter.ts'
import { EventInterface } from './event-interface.ts'

/** A page of events. */
export const EventConnection = connectionOf<Fact>('Event', EventInterface, 'events')

/** Facts as a page, cursors by their place in the log. */
export const eventsPage = (
  page: { items: readonly Fact[]; hasMore: boolean; totalCount: number },
  cursors: ReturnType<typeof cursorsOf>,
  after: string | null | undefined,
): ConnectionView<Fact> => ({
  edges: page.items.map((node) => ({ node, cursor: cursors.write([node.ordinal]) })),
  totalCount: page.totalCount,
  hasNextPage: page.hasMore,
  hasPreviousPage: Boolean(after),
})

builder.queryField('event', (t) =>
  t.field({
    type: EventInterface,
    nullable: true,
    description: 'One event by its id in the store; null when there is none.',
    args: { eventId: t.arg.id({ required: true, description: 'The UUID of the event.' }) },
    resolve: async (_root, { eventId }, context) => (await context.reader.event(String(eventId))) ?? null,
  }),
)

builder.queryField('events', (t) =>
  t.field({
    type: EventConnection,
    description: 'Events in store order.',
    args: {
      filter: t.arg({ type: EventFilterInput, required: false, description: 'Which; all where nothing is said.' }),
      moment: t.arg({ type: MomentInput, required: false, description: 'As known when, and happened by when.' }),
      newestFirst: t.arg.boolean({ required: false, description: 'The last first.' }),
      first: t.arg(pageArguments.first),
      after: t.arg(pageArguments.after),
    },
    resolve: async (_root, { filter, moment, newestFirst, first, after }, context: GatewayContext) => {
      const at = await pinnedMoment(context.reader, moment)
      const cursors = cursorsOf(context, 'events', { filter, moment, newestFirst })
      const from = after ? Number(cursors.read(after)[0]) : undefined
      const before = [filter?.occurredBefore, at.asOf && new Date(Date.parse(at.asOf) + 1).toISOString()]
      const page = await context.reader.events(
        {
          ...eventFilterOf(filter),
          occurredBefore: before.filter((text) => typeof text === 'string').sort()[0],
        },
        { after: from, first: pageSize(first), newestFirst: newestFirst ?? false, upTo: at.ordinal },
      )
      return eventsPage(page, cursors, after)
    },
  }),
)
