import { keysOfEvent } from '@hub/reading/read-events.ts'
import type { EventOrder as OrderOfViews } from '@hub/reading/reader.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOf, stretchOf } from '../connection.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { atLeastArgument, momentArgument } from '../moment-types.ts'
import { mostOrders, OrderDirection } from '../order.ts'
import { EventFilterInput, eventFilterOf } from './event-filter.ts'
import { EventInterface } from './event-interface.ts'
import { eventMeant } from './event-meant.ts'
import { type EventView, eventView } from './event-view.ts'

/** A page of events. */
export const EventConnection = connectionOf<EventView>('Event', EventInterface, 'events')

builder.queryField('event', (t) =>
  t.field({
    type: EventInterface,
    nullable: true,
    description: 'One event by its id in the store; null with the code NOT_FOUND when there is none at that moment.',
    args: {
      eventId: t.arg.id({ required: true, description: 'The UUID of the event.' }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { eventId, moment }, context, info) => {
      const at = await answerMoment(context, moment, info)
      return eventView(await eventMeant(String(eventId), context, at))
    },
  }),
)

const EventOrderField = builder.enumType('EventOrderField', {
  description: 'By what a list of events is ordered.',
  values: {
    POSITION: { value: 'position', description: 'By their place in the log.' },
    OCCURRED_AT: { value: 'occurredAt', description: 'By when they happened.' },
    RECORDED_AT: { value: 'recordedAt', description: 'By when the hub knew of them.' },
  } satisfies Record<string, { value: OrderOfViews['field']; description: string }>,
})

const EventOrder = builder.inputType('EventOrder', {
  description: 'A part of the order of a list of events; stable by the place in the log.',
  fields: (t) => ({
    field: t.field({ type: EventOrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Which way.' }),
  }),
})

builder.queryField('events', (t) =>
  t.field({
    type: EventConnection,
    description: 'Events at a moment, in store order where no other is given.',
    args: {
      filter: t.arg({ type: EventFilterInput, required: false, description: 'Which; all where nothing is said.' }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
      orderBy: t.arg({ type: [EventOrder], required: false, description: 'In which order, the main part first.' }),
      newestFirst: t.arg.boolean({ required: false, description: 'The last in the log first, without `orderBy`.' }),
      first: t.arg(pageArguments.first),
      after: t.arg(pageArguments.after),
      last: t.arg(pageArguments.last),
      before: t.arg(pageArguments.before),
    },
    resolve: async (_root, { filter, moment, orderBy, newestFirst, ...page }, context, info) => {
      if ((orderBy?.length ?? 0) > mostOrders)
        throw refusal('BAD_USER_INPUT', {
          en: `not an order: it has up to ${mostOrders} parts`,
          zh: `排序有误：最多 ${mostOrders} 项`,
        })
      const at = await answerMoment(context, moment, info)
      const cursors = cursorsOf(context, 'events', { filter, moment, orderBy, newestFirst })
      const stretch = stretchOf(page, cursors)
      const asked = eventFilterOf(filter)
      const before = [asked.occurredBefore, at.asOf && new Date(Date.parse(at.asOf) + 1).toISOString()]
      const order = { newestFirst: newestFirst ?? false, orderBy: orderBy ?? undefined }
      const listed = await context.reader.events(
        { ...asked, occurredBefore: before.filter((text) => typeof text === 'string').sort()[0] },
        { ...stretch, ...order, upTo: at.ordinal },
      )
      const items = listed.items.map((fact) => ({ node: eventView(fact), keys: keysOfEvent(fact, order) }))
      return pageOf({ ...listed, items }, stretch, cursors, at)
    },
  }),
)
