import type { Claim, Entry } from '../../file/file.ts'
import { builder } from '../builder.ts'
import { SourceView } from './claims.ts'

const EntryStatus = builder.enumType('EntryStatus', {
  description: 'Whether something in a list of the file lasts.',
  values: {
    current: { value: 'current', description: 'It lasts.' },
    suspended: { value: 'suspended', description: 'It rests.' },
    ended: { value: 'ended', description: 'It has ended.' },
  } satisfies Record<Entry['status'], { value: Entry['status']; description: string }>,
})

/** One thing in a list of the file, as one claim. */
export const EntryView = builder.objectRef<Claim<Entry>>('FileEntry').implement({
  description: 'One thing in a list of the file: a job, a marriage, a card, a payment.',
  fields: (t) => ({
    name: t.string({
      description: 'The name of the event that began it, e.g. `EmploymentStarted`.',
      resolve: ({ value }) => value.name,
    }),
    status: t.field({ type: EntryStatus, description: 'Whether it lasts.', resolve: ({ value }) => value.status }),
    from: t.field({ type: 'PartialDate', description: 'When it began.', resolve: ({ value }) => value.from }),
    until: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it ended; null while it lasts.',
      resolve: ({ value }) => value.until ?? null,
    }),
    data: t.field({
      type: 'Json',
      description: 'What is said of it, by the field names of the vocabulary; later events over earlier ones.',
      resolve: ({ value }) => value.data,
    }),
    source: t.field({ type: SourceView, description: 'The event that began it.', resolve: ({ source }) => source }),
    disputed: t.boolean({ description: 'Whether the departments disagree.', resolve: ({ disputed }) => disputed }),
    history: t.field({
      type: [SourceView],
      description: 'Every event that said something of it, first to last.',
      resolve: ({ value }) => value.history,
    }),
  }),
})
