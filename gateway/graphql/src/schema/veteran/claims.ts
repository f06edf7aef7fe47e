import type { Claim, Source, Statement } from '@hub/file/file.ts'
import type { Allowance } from '@hub/reading/policy.ts'
import { shownClaim, type Visibility as VisibilityName } from '@hub/reading/shown-claim.ts'
import { builder } from '../builder.ts'
import { Department, type DepartmentView, departmentView } from '../department.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import type { ValueTypeOrList } from '../event/payload-types.ts'
import { eventOf } from '../loaders.ts'
import { type ClaimPlace, claimId } from './claim-id.ts'

const visibilities: Record<VisibilityName, string> = {
  VISIBLE: 'The value is there.',
  MASKED: 'A part of the value is there.',
  WITHHELD: 'There is a value; this caller may not see it.',
  ERASED: 'There was a value; its key is destroyed.',
  DAMAGED: 'There was a value; its box is damaged: tell the operators.',
  UNKNOWN: 'No department has said anything of it.',
}

export const Visibility = builder.enumType('Visibility', {
  description: 'Why a value is there or not, so that null never means four things.',
  values: Object.fromEntries(
    Object.entries(visibilities).map(([name, description]) => [name, { value: name, description }]),
  ) as Record<VisibilityName, { value: VisibilityName; description: string }>,
})

/** A source as it is answered. */
export type SourceView = Omit<Source, 'department'> & { department: DepartmentView }

/** A source as it is answered. */
export const sourceView = ({ department, eventId, type, occurredAt, recordedAt }: Source): SourceView => ({
  department: departmentView(department),
  eventId,
  type,
  occurredAt,
  recordedAt,
})

export const SourceType = builder.objectRef<SourceView>('Source').implement({
  description: 'Where a value comes from.',
  fields: (t) => ({
    department: t.expose('department', { type: Department, description: 'Who says it.' }),
    eventId: t.exposeID('eventId', { description: 'The event that says it.' }),
    type: t.exposeString('type', { description: 'The type of that event as stored.' }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When it happened.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When the hub knew it.',
    }),
    event: t.field({
      type: EventInterface,
      description: 'The event itself.',
      resolve: async ({ eventId }, _args, context) => eventView(await eventOf(context, eventId)),
    }),
  }),
})

/** A claim as it is answered: never null, whatever has become of its value. */
export type ClaimView<T> = {
  place: ClaimPlace
  /** The field of an entry that it is on. */
  part?: string | undefined
  value: T | null
  visibility: VisibilityName
  source: SourceView | null
  disputed: boolean
  alternatives: readonly Statement<T>[]
}

/** A claim under what the caller may see. `gone`: why a value that was said is not there. */
export const claimView = <T>(
  place: ClaimPlace,
  claim: Claim<T> | undefined,
  allowance: Allowance,
  gone: 'ERASED' | 'DAMAGED' | undefined,
  mask?: (value: T) => T | null,
): ClaimView<T> => {
  const { source, ...shown } = shownClaim(claim, allowance, gone, mask)
  return { place, ...shown, source: source && sourceView(source) }
}

/** Defines `<name>Claim`, and `<name>Statement` for what other departments say. */
export const claimType = (name: string, type: ValueTypeOrList, what: string) => {
  const StatementType = builder.objectRef<Statement<unknown>>(`${name}Statement`).implement({
    description: `What one department says: ${what}.`,
    fields: (t) => ({
      value: t.field({ type, description: 'What it says.', resolve: ({ value }) => value }),
      source: t.field({
        type: SourceType,
        description: 'Where that comes from.',
        resolve: ({ source }) => sourceView(source),
      }),
    }),
  })
  return builder.objectRef<ClaimView<unknown>>(`${name}Claim`).implement({
    description: `${what[0]?.toUpperCase()}${what.slice(1)}, with its source and what others say.`,
    fields: (t) => ({
      id: t.id({
        description: 'The global id, the same at every moment: `why` takes it.',
        resolve: ({ place, part }, _args, context) => claimId(place, part, context),
      }),
      value: t.field({
        type,
        nullable: true,
        description: 'The value that rules; when null, `visibility` says why.',
        resolve: ({ value }) => value,
      }),
      visibility: t.expose('visibility', {
        type: Visibility,
        description: 'Why the value is there or not.',
      }),
      source: t.expose('source', {
        type: SourceType,
        nullable: true,
        description: 'Where the value comes from; when null, `visibility` says why.',
      }),
      disputed: t.exposeBoolean('disputed', {
        description: 'Whether the departments disagree.',
      }),
      alternatives: t.expose('alternatives', {
        type: [StatementType],
        description: 'What the other departments said last, agreeing or not.',
      }),
    }),
  })
}
