import type { Fact } from '@hub/file/fact.ts'
import { type Decision, decisionOf, type Withdrawn } from '@hub/reading/causation/decision.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { atLeastArgument, Moment, momentArgument } from '../moment-types.ts'
import type { VeteranView } from '../veteran/sections.ts'
import { Veteran } from '../veteran/veteran.ts'

const WithdrawnView = builder.objectRef<Withdrawn>('WithdrawnFact').implement({
  description: 'A fact that was taken back or corrected.',
  fields: (t) => ({
    fact: t.field({ type: EventInterface, description: 'The fact.', resolve: ({ fact }) => eventView(fact) }),
    by: t.field({
      type: EventInterface,
      description: 'The last event that did it.',
      resolve: ({ by }) => eventView(by),
    }),
  }),
})

type DecisionView = Decision & {
  event: Fact
  then: MomentOfViews
  asKnownThen: VeteranView | null
  asKnownNow: VeteranView | null
}

const DecisionType = builder.objectRef<DecisionView>('Decision').implement({
  description: 'An event and what it stood on: what was known when it was recorded, and what has become of that.',
  fields: (t) => ({
    event: t.field({ type: EventInterface, description: 'The event.', resolve: ({ event }) => eventView(event) }),
    moment: t.field({
      type: Moment,
      description: 'Its time, as known just before it was recorded.',
      resolve: ({ then }) => then,
    }),
    knownThen: t.field({
      type: [EventInterface],
      description: "What was known of the person then, and was true at the decision's time.",
      resolve: ({ knownThen }) => knownThen.map(eventView),
    }),
    knownLater: t.field({
      type: [EventInterface],
      description: 'What was true then, and became known only later.',
      resolve: ({ knownLater }) => knownLater.map(eventView),
    }),
    withdrawnSince: t.expose('withdrawnSince', {
      type: [WithdrawnView],
      description: 'What was known then, and has been taken back or corrected since.',
    }),
    fileAsKnownThen: t.field({
      type: Veteran,
      nullable: true,
      description: 'The file that whoever decided could see; null where there was none.',
      resolve: ({ asKnownThen }) => asKnownThen,
    }),
    fileAsKnownNow: t.field({
      type: Veteran,
      nullable: true,
      description: 'The file at the same time, as it is known now; null where there is none.',
      resolve: ({ asKnownNow }) => asKnownNow,
    }),
  }),
})

builder.queryField('decision', (t) =>
  t.field({
    type: DecisionType,
    nullable: true,
    description: 'What an event about a person stood on; null with NOT_FOUND where there is no such event.',
    args: {
      eventId: t.arg.id({ required: true, description: 'The UUID of the event.' }),
      moment: t.arg({ ...momentArgument, description: 'As known when it is looked back; now if unsaid.' }),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { eventId, moment }, context, info) => {
      const { reader } = context
      const now = await answerMoment(context, moment, info)
      const event = await reader.event(String(eventId))
      const personId = event && reader.personOf(event.ordinal)
      if (!event || personId === undefined || event.ordinal > now.ordinal)
        throw refusal('NOT_FOUND', {
          en: 'the event is about no person, or was not known at that moment',
          zh: '该事件不涉及人员，或当时尚不知悉',
        })
      const history = await reader.history(personId, now.ordinal)
      const lastBefore = history.facts.findLast(({ ordinal }) => ordinal < event.ordinal)
      const then: MomentOfViews = {
        asOf: event.time,
        ordinal: event.ordinal - 1,
        position: lastBefore?.position ?? '0'.repeat(32),
        knownTime: lastBefore?.knownTime ?? '',
      }
      const seen = { ...now, asOf: event.time }
      const [was, is] = [history.at(then), history.at(seen)]
      return {
        ...decisionOf(history, event, now.ordinal),
        event,
        then,
        asKnownThen: was ? { file: was, moment: then } : null,
        asKnownNow: is ? { file: is, moment: seen } : null,
      }
    },
  }),
)
