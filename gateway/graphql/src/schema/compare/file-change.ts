import type { FileChange, FileValue } from '@hub/reading/compare/file-values.ts'
import type { Visibility as VisibilityName } from '@hub/reading/shown-claim.ts'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import { claimId } from '../veteran/claim-id.ts'
import { SourceType, type SourceView, sourceView, Visibility } from '../veteran/claims.ts'

/** A change in the file of a person. */
export type FileChangeView = FileChange & { personId: string }

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'How something differs.',
  values: {
    ADDED: { description: 'It is there only afterwards.' },
    REMOVED: { description: 'It was there only before.' },
    CHANGED: { description: 'It is there otherwise.' },
  },
})

const allowanceOf = ({ personId, section }: FileChangeView, { reader }: GatewayContext): VisibilityName =>
  reader.policy.mayRead(personId, section)

const shown = (value: FileValue | undefined, change: FileChangeView, context: GatewayContext) =>
  value && allowanceOf(change, context) === 'VISIBLE' ? value.value : null

export const FileChangeType = builder.objectRef<FileChangeView>('FileChange').implement({
  description: 'One value of a file that differs.',
  fields: (t) => ({
    claim: t.id({
      description: 'The global id of the claim that differs: `why` takes it.',
      resolve: ({ personId, section, field, entry }, _args, context) =>
        claimId({ personId, path: `${section}.${field}`, ...(entry ? { entry } : {}) }, undefined, context),
    }),
    path: t.exposeString('path', {
      description: 'What it is: `<section>.<field>`, and behind a `#` the event with which an entry of a list began.',
    }),
    section: t.exposeString('section', { description: 'The section of the file, or `others`.' }),
    field: t.exposeString('field', { description: 'The field of the section.' }),
    entry: t.exposeID('entry', {
      nullable: true,
      description: 'The event with which the entry of a list began; null for a single value.',
    }),
    kind: t.expose('kind', { type: ChangeKind, description: 'How it differs.' }),
    before: t.field({
      type: 'Json',
      nullable: true,
      description: 'The value before; null where `kind` is ADDED, or `visibility` is not VISIBLE.',
      resolve: (change, _args, context) => shown(change.before, change, context) as object,
    }),
    after: t.field({
      type: 'Json',
      nullable: true,
      description: 'The value afterwards; null where `kind` is REMOVED, or `visibility` is not VISIBLE.',
      resolve: (change, _args, context) => shown(change.after, change, context) as object,
    }),
    visibility: t.field({
      type: Visibility,
      description: 'Whether the values are shown to this caller.',
      resolve: (change, _args, context) => allowanceOf(change, context),
    }),
    beforeSource: t.field({
      type: SourceType,
      nullable: true,
      description: 'Where the value before came from; null where `kind` is ADDED.',
      resolve: ({ before }): SourceView | null => (before?.source ? sourceView(before.source) : null),
    }),
    afterSource: t.field({
      type: SourceType,
      nullable: true,
      description: 'Where the value afterwards comes from; null where `kind` is REMOVED.',
      resolve: ({ after }): SourceView | null => (after?.source ? sourceView(after.source) : null),
    }),
  }),
})
