import { type Loss, reasonGone } from '@hub/file/fact.ts'
import { lawOfFact, spanOfFact } from '@hub/file/fact-time.ts'
import type { Entry } from '@hub/file/file.ts'
import { wordOn } from '@hub/file/word.ts'
import { builder } from '../builder.ts'
import { LegalRule } from '../event/legal-rule.ts'
import { capitalised, codesOf, sourceOf } from '../event/payload-types.ts'
import { eventOf } from '../loaders.ts'
import { type ClaimPlace, claimId } from './claim-id.ts'
import { type ClaimView, claimView, SourceType, type SourceView, sourceView } from './claims.ts'
import { type EntryField, entryFields } from './entry-fields.ts'
import { claimOfField } from './field-claims.ts'

const EntryStatus = builder.enumType('EntryStatus', {
  description: 'Whether something in a list of the file lasts.',
  values: {
    current: { value: 'current', description: 'It lasts.' },
    suspended: { value: 'suspended', description: 'It rests.' },
    ended: { value: 'ended', description: 'It has ended.' },
  } satisfies Record<Entry['status'], { value: Entry['status']; description: string }>,
})

/** An entry, and what of its file is not there. `type` is that of its GraphQL object. */
export type EntryView = Pick<Entry, 'name' | 'status' | 'from' | 'until'> & {
  source: SourceView
  entry: Entry
  lost: Loss
  type: string
  place: ClaimPlace
}

/** An entry as it is answered. */
export const entryView = (entry: Entry, lost: Loss, type: string, place: ClaimPlace): EntryView => ({
  name: entry.name,
  status: entry.status,
  from: entry.from,
  ...(entry.until === undefined ? {} : { until: entry.until }),
  source: sourceView(entry.history[0]!),
  entry,
  lost,
  type,
  place,
})

/** What everything in a list of the file has. */
export const FileEntry = builder.interfaceRef<EntryView>('FileEntry')

const interfaceFields = new Set(['id', 'name', 'status', 'from', 'until', 'paidFrom', 'law', 'source', 'history'])

builder.interfaceType(FileEntry, {
  description:
    'One thing in a list of the file: a job, a marriage, a card, a payment. Its types add what is said of it, each a claim.',
  resolveType: ({ type }) => type,
  fields: (t) => ({
    id: t.id({
      description: 'The global id, the same at every moment: `why` takes it.',
      resolve: ({ place }, _args, context) => claimId(place, undefined, context),
    }),
    name: t.exposeString('name', { description: 'The name of the event that began it, e.g. `EmploymentStarted`.' }),
    status: t.expose('status', { type: EntryStatus, description: 'Whether it lasts.' }),
    from: t.expose('from', {
      type: 'PartialDate',
      description: 'The first day or month of it, by the own time of the event that began it.',
    }),
    until: t.expose('until', {
      type: 'PartialDate',
      nullable: true,
      description: 'The last day or month that is still part of it; null while no end is known.',
    }),
    paidFrom: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The first month that is paid; null where what can be read of the event that began it says none.',
      resolve: async ({ source }, _args, context) => spanOfFact(await eventOf(context, source.eventId)).paidFrom,
    }),
    law: t.field({
      type: [LegalRule],
      description: 'The law on which the event that began it rests, as it was in force on its own day.',
      resolve: async ({ source }, _args, context) => lawOfFact(await eventOf(context, source.eventId)),
    }),
    source: t.expose('source', { type: SourceType, description: 'The event that began it.' }),
    history: t.field({
      type: [SourceType],
      description: 'Every event that said something of it, first to last.',
      resolve: ({ entry }) => entry.history.map(sourceView),
    }),
  }),
})

const described = (field: string, { type, saidIn }: EntryField) =>
  `\`${field}\`${codesOf(type)}, as said in: ${saidIn.join('; ')}.`

/** Defines the type of the entries of a list, with a claim for each field of which these events speak. */
export const entryType = (name: string, description: string, events: readonly string[]) =>
  builder.objectRef<EntryView>(name).implement({
    interfaces: [FileEntry],
    description,
    fields: (t) =>
      Object.fromEntries(
        [...entryFields(events)].map(([field, said]) => [
          interfaceFields.has(field) ? `${field}InData` : field,
          t.field({
            type: claimOfField(said.type, `${name}${capitalised(field)}`, `\`${field}\` of ${description}`),
            description: described(field, said),
            resolve: ({ entry, lost, place }): ClaimView<unknown> => {
              const word = wordOn(entry, field, (value) => sourceOf(said.type, value))
              return { ...claimView(place, word, 'VISIBLE', reasonGone(lost, said.ofAnother)), part: field }
            },
          }),
        ]),
      ),
  })
