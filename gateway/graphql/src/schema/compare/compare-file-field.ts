import { compareFile, type ExplainedChange } from '@hub/reading/compare/compare-file.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import { answerMoments } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { atLeastArgument, Moment, MomentInput } from '../moment-types.ts'
import type { VeteranView } from '../veteran/sections.ts'
import { personMeant, Veteran, VeteranBy } from '../veteran/veteran.ts'
import { FileChangeType } from './file-change.ts'

type ComparedView = {
  personId: string
  a: MomentOfViews
  b: MomentOfViews
  before: VeteranView | null
  after: VeteranView | null
  changes: readonly ExplainedChange[]
}

const ExplainedChangeView = builder.objectRef<ExplainedChange & { personId: string }>('ExplainedFileChange').implement({
  description: 'One value of a file that differs between two moments, and the event that made it so.',
  fields: (t) => ({
    change: t.field({ type: FileChangeType, description: 'What differs.', resolve: (change) => change }),
    event: t.field({
      type: EventInterface,
      description: 'The last event, on the way from the first moment to the second, at which the value changed.',
      resolve: ({ event }) => eventView(event),
    }),
  }),
})

const FileComparison = builder.objectRef<ComparedView>('FileComparison').implement({
  description: 'One file at two moments.',
  fields: (t) => ({
    personId: t.exposeID('personId', { description: 'Whose file.' }),
    a: t.expose('a', { type: Moment, description: 'The first moment.' }),
    b: t.expose('b', { type: Moment, description: 'The second moment.' }),
    before: t.expose('before', {
      type: Veteran,
      nullable: true,
      description: 'The file at the first moment; null where nothing counted then.',
    }),
    after: t.expose('after', {
      type: Veteran,
      nullable: true,
      description: 'The file at the second moment; null where nothing counts then.',
    }),
    changes: t.field({
      type: [ExplainedChangeView],
      description: 'What was added, removed and changed, each with its event.',
      resolve: ({ changes, personId }) => changes.map((change) => ({ ...change, personId })),
    }),
  }),
})

builder.queryField('compareFile', (t) =>
  t.field({
    type: FileComparison,
    nullable: true,
    description:
      'What is otherwise in a file at one moment than at another; null with NOT_FOUND where there is no file.',
    args: {
      by: t.arg({ type: VeteranBy, required: true, description: 'Whose.' }),
      a: t.arg({ type: MomentInput, required: true, description: 'The first moment.' }),
      b: t.arg({ type: MomentInput, required: false, description: 'The second moment; now where unsaid.' }),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, args, context, info) => {
      const { reader } = context
      const { a, b } = await answerMoments(context, args, info)
      const personId = personMeant(args.by, reader)
      const history =
        personId === undefined ? undefined : await reader.history(personId, Math.max(a.ordinal, b.ordinal))
      if (!history || history.facts.length === 0)
        throw refusal('NOT_FOUND', { en: 'there is no file of this person', zh: '没有该人员的档案' })
      const [was, is] = [history.at(a), history.at(b)]
      return {
        personId: history.personId,
        a,
        b,
        before: was ? { file: was, moment: a } : null,
        after: is ? { file: is, moment: b } : null,
        changes: compareFile(history, a, b),
      }
    },
  }),
)
