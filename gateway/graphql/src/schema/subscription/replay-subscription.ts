import type { Fact } from '@hub/file/fact.ts'
import { endable } from '@hub/reading/following/follow.ts'
import { pinnedMoment } from '@hub/reading/moment.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import { fileStates, ofPerson, replay, type StateAfter } from '@hub/reading/replay/replay.ts'
import type { GraphQLError } from 'graphql'
import { builder } from '../builder.ts'
import { FileChangeType } from '../compare/file-change.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { EventFilterInput, eventFilterOf } from '../event/event-filter.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { MomentInput } from '../moment-types.ts'
import { Veteran } from '../veteran/veteran.ts'
import { type Cursored, gatewayStops, payloadOf } from './payloads.ts'
import { placeAfter } from './subscription-cursor.ts'

type StepView = { fact: Fact; moment: MomentOfViews; state: () => Promise<StateAfter | undefined> }

const ReplayStep = builder.objectRef<StepView>('ReplayStep').implement({
  description: 'An event of a replay, and the state after it.',
  fields: (t) => ({
    event: t.field({ type: EventInterface, description: 'The event.', resolve: ({ fact }) => eventView(fact) }),
    veteran: t.field({
      type: Veteran,
      nullable: true,
      description: "The person's file after it, as known then; null for an event that belongs to nobody's file.",
      resolve: async ({ state, moment }) => {
        const file = (await state())?.file
        return file ? { file, moment } : null
      },
    }),
    changes: t.field({
      type: [FileChangeType],
      description: 'What it changed in the file.',
      resolve: async ({ state }) => {
        const after = await state()
        return after ? after.changes.map((change) => ({ ...change, personId: after.personId })) : []
      },
    }),
  }),
})

type ReplayedView = Cursored & { steps: readonly StepView[] }

const Replayed = builder.objectRef<ReplayedView>('Replayed').implement({
  description: 'A stretch of a replay.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Its place: give it as `after` to go on behind it.',
    }),
    position: t.expose('position', {
      type: 'Position',
      description: 'The position of its last event.',
    }),
    steps: t.expose('steps', {
      type: [ReplayStep],
      description: 'The events: up to 100 at once, one where there is a pace.',
    }),
  }),
})

/** Most events a second of a paced replay; a faster one is not paced at all. */
const fastest = 1000
const pageSize = 100

builder.subscriptionField('replay', (t) =>
  t.field({
    type: Replayed,
    description: 'Events that were recorded, in order, each with the state after it. It completes at the last one.',
    args: {
      filter: t.arg({
        type: EventFilterInput,
        required: false,
        description: 'Which: of a person and of whom the file is linked with, a stream, a case, a department, names …',
      }),
      moment: t.arg({
        type: MomentInput,
        required: false,
        description: 'Only what was known then, and had happened by then. It is pinned: going on gives the same.',
      }),
      newestFirst: t.arg.boolean({ required: false, description: 'Backwards.' }),
      eventsPerSecond: t.arg.float({ required: false, description: 'A pace, up to 1000; at once where unsaid.' }),
      after: t.arg.string({
        required: false,
        description: 'The cursor of the last payload that was received; left out, it begins at the first event.',
      }),
    },
    subscribe: async (_root, { filter, moment, newestFirst, eventsPerSecond, after }, context) => {
      if (eventsPerSecond != null && !(eventsPerSecond > 0 && eventsPerSecond <= fastest))
        throw refusal('BAD_USER_INPUT', {
          en: `eventsPerSecond is more than 0 and at most ${fastest}`,
          zh: `eventsPerSecond 应大于 0 且不超过 ${fastest}`,
        })
      const { following } = context
      const reader = following.currentReader()
      const cursors = cursorsOf(context, 'replay', { filter, moment, newestFirst })
      // A resumed replay ends where the interrupted one would have ended: its cursor says where.
      const [, knownThen] = after ? cursors.read(after) : []
      const at = await pinnedMoment(
        reader,
        knownThen ? { ...moment, asKnownAt: { position: String(knownThen) } } : moment,
      )
      const place = after ? await placeAfter(context, cursors, after) : undefined
      const { person, ...of } = eventFilterOf(filter)
      const before = [of.occurredBefore, at.asOf && new Date(Date.parse(at.asOf) + 1).toISOString()]
      const question = {
        filter: {
          ...of,
          ...(person === undefined ? {} : ofPerson(reader, person, at.ordinal)),
          occurredBefore: before.filter((text) => typeof text === 'string').sort()[0],
        },
        upTo: at.ordinal,
        newestFirst: newestFirst ?? false,
        after: place?.ordinal,
        pace: eventsPerSecond ?? undefined,
        ...(eventsPerSecond == null ? { pageSize } : {}),
      }
      const stateAfter = fileStates(following.currentReader, at.ordinal)
      return endable<ReplayedView | GraphQLError>(async function* (signal) {
        const { stopping } = following.bell
        for await (const events of replay(following.currentReader, question, AbortSignal.any([signal, stopping]))) {
          context.reader = following.currentReader()
          const facts = await context.reader.opened(events)
          const steps = facts.map((fact): StepView => {
            let state: Promise<StateAfter | undefined> | undefined
            return {
              fact,
              moment: { position: fact.position, ordinal: fact.ordinal, knownTime: fact.knownTime },
              state: () => {
                state ??= stateAfter(fact.ordinal, person)
                return state
              },
            }
          })
          const { position } = facts.at(-1)!
          yield { steps, position, cursor: cursors.write([position, at.position]) }
        }
        if (stopping.aborted) yield gatewayStops()
      })
    },
    resolve: payloadOf,
  }),
)
