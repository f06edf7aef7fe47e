import { type Reason, type Role, type ValuePath, type Why, whyOf } from '../../causation/why.ts'
import type { Section } from '../../file/file.ts'
import type { Moment as MomentOfViews } from '../../views/read-types.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { atLeastArgument, Moment, momentArgument } from '../moment.ts'
import { SourceView, Visibility, type VisibilityName } from '../veteran/claims.ts'
import { sectionFields } from '../veteran/sections.ts'
import { personMeant, VeteranBy } from '../veteran/veteran.ts'

const RoleView = builder.enumType('ReasonRole', {
  description: 'What a fact is to a value.',
  values: {
    RULES: { description: 'It says the value; of an entry: it began it.' },
    ADDS: { description: 'It says more of the entry.' },
    OUTRANKED: { description: 'Another department says otherwise, and has the authority.' },
    SUPERSEDED: { description: 'It held until a later fact.' },
    CORRECTED: { description: 'It was said again, otherwise; `by` says where.' },
    RETRACTED: { description: 'It was taken back; `by` says where.' },
  } satisfies Record<Role, { description: string }>,
})

type WhyView = Why & { path: string; section: string; personId: string; moment: MomentOfViews }

const allowanceOf = (
  { personId, section }: Pick<WhyView, 'personId' | 'section'>,
  { policy }: GatewayContext,
): VisibilityName => policy.mayRead(personId, section)

const ReasonView = builder.objectRef<Reason & Pick<WhyView, 'personId' | 'section'>>('Reason').implement({
  description: 'A fact behind a value, or one that lost.',
  fields: (t) => ({
    event: t.field({ type: EventInterface, description: 'The fact.', resolve: ({ fact }) => fact }),
    said: t.field({
      type: 'Json',
      nullable: true,
      description:
        'What it said of the value; null where it said only that it is no longer so, or where `visibility` says why.',
      resolve: (reason, _args, context) =>
        (allowanceOf(reason, context) === 'VISIBLE' ? (reason.said ?? null) : null) as object,
    }),
    role: t.field({ type: RoleView, description: 'What it is to the value.', resolve: ({ role }) => role }),
    by: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event that corrected it or took it back; null for one that stands.',
      resolve: ({ by }) => by ?? null,
    }),
  }),
})

const WhyType = builder.objectRef<WhyView>('Why').implement({
  description: 'A value of a file, the facts behind it, and those that lost.',
  fields: (t) => ({
    claim: t.string({
      description: 'What was asked: `<section>.<field>`, with `#<event>` for an entry.',
      resolve: ({ path }) => path,
    }),
    moment: t.field({ type: Moment, description: 'The moment that it is for.', resolve: ({ moment }) => moment }),
    value: t.field({
      type: 'Json',
      nullable: true,
      description: 'The value; null where there is none now, or where `visibility` says why.',
      resolve: (view, _args, context) =>
        (allowanceOf(view, context) === 'VISIBLE' ? (view.value?.value ?? null) : null) as object,
    }),
    visibility: t.field({
      type: Visibility,
      description: 'Why the value is there or not.',
      resolve: (view, _args, context) => (view.value ? allowanceOf(view, context) : 'UNKNOWN'),
    }),
    source: t.field({
      type: SourceView,
      nullable: true,
      description: 'Where it comes from; null where there is none.',
      resolve: ({ value }) => value?.source ?? null,
    }),
    reasons: t.field({
      type: [ReasonView],
      description: 'Every fact that had to do with it, in the order in which they happened.',
      resolve: ({ reasons, personId, section }) => reasons.map((reason) => ({ ...reason, personId, section })),
    }),
  }),
})

/** @throws a refusal `BAD_USER_INPUT` */
const pathOf = (claim: string): ValuePath => {
  const [, section = '', field = '', entry] = /^(\w+)\.(\w+)(?:#([0-9a-f-]{36}))?$/.exec(claim) ?? []
  const fields = section === 'others' ? { facts: { kind: 'entries' } } : sectionFields[section as Section]
  const found = fields && Object.hasOwn(fields, field) ? (fields as Record<string, { kind: string }>)[field] : undefined
  if (!found) throw refusal('BAD_USER_INPUT', 'a claim is <section>.<field> of a file, e.g. status.deceasedOn')
  if ((found.kind === 'entries') !== (entry !== undefined))
    throw refusal(
      'BAD_USER_INPUT',
      'a list is asked about by entry, as <section>.<field>#<event id>; a single value is not',
    )
  return { section, field, entry }
}

builder.queryField('why', (t) =>
  t.field({
    type: WhyType,
    nullable: true,
    description: 'Why a value of a file is what it is; null with NOT_FOUND where there is no file.',
    args: {
      by: t.arg({ type: VeteranBy, required: true, description: 'Whose file.' }),
      claim: t.arg.string({
        required: true,
        description:
          'Which value: `<section>.<field>`, e.g. `status.deceasedOn`; for an entry of a list `#` and the event that began it behind it, e.g. the `path` of a change, or the first of its `history`.',
      }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { by, claim, moment }, context, info) => {
      const { reader } = context
      const path = pathOf(claim)
      const at = await answerMoment(context, moment, info)
      const personId = personMeant(by, reader)
      const history = personId === undefined ? undefined : await reader.history(personId, at.ordinal)
      if (!history || history.factsAt(at.ordinal).length === 0)
        throw refusal('NOT_FOUND', 'there is no file of this person')
      const entry = path.entry === undefined ? undefined : history.rootOf(path.entry)
      return {
        ...whyOf(history, { ...path, entry }, at),
        path: claim,
        section: path.section,
        personId: history.personId,
        moment: at,
      }
    },
  }),
)
