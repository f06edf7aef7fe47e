import type { Fact } from '@hub/file/fact.ts'
import { builder } from '../builder.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import type { VeteranView } from '../veteran/sections.ts'
import { personMeant, Veteran, VeteranBy } from '../veteran/veteran.ts'
import { type Cursored, followedPayloads, payloadOf } from './payloads.ts'
import { afterArgument } from './subscription-cursor.ts'

type FileChangedView = Cursored & { events: readonly Fact[]; veteran: VeteranView | null }

const FileChanged = builder.objectRef<FileChangedView>('FileChanged').implement({
  description: 'A file that has changed.',
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
      description: 'The events that changed it; none in the first payload, which shows the file as it is.',
      resolve: ({ events }) => events.map(eventView),
    }),
    veteran: t.expose('veteran', {
      type: Veteran,
      nullable: true,
      description: 'The file after them, as known then; null while nothing is recorded of the person.',
    }),
  }),
})

builder.subscriptionField('fileChanged', (t) =>
  t.field({
    type: FileChanged,
    description: 'One file, now and whenever it changes.',
    args: {
      by: t.arg({ type: VeteranBy, required: true, description: 'Whose.' }),
      after: t.arg(afterArgument),
    },
    subscribe: async (_root, { by, after }, context) => {
      const personId = personMeant(by, context.following.currentReader())
      if (personId === undefined)
        throw refusal('NOT_FOUND', { en: 'there is no file of this person', zh: '没有该人员的档案' })
      return followedPayloads<FileChangedView>(
        context,
        cursorsOf(context, 'fileChanged', personId),
        after,
        { key: `fileChanged ${personId}`, read: (reader, page) => reader.changesOf(personId, page) },
        async (followed) => {
          const { reader } = context
          const moment = reader.resolveMoment({ asKnownAt: { position: followed.position } })
          const file = await reader.file(personId, moment)
          return { ...followed, veteran: file ? { file, moment } : null }
        },
      )
    },
    resolve: payloadOf,
  }),
)
