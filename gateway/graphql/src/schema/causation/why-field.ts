import { namesOfField, outlivesKey } from '@hub/file/evolve.ts'
import { reasonGone } from '@hub/file/fact.ts'
import type { Section } from '@hub/file/file.ts'
import { type Reason, type Role, type Why, whyOf } from '@hub/reading/causation/why.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import type { Visibility as VisibilityName } from '@hub/reading/shown-claim.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { atLeastArgument, Moment, momentArgument } from '../moment-types.ts'
import { type NamedClaim, parseClaimId } from '../veteran/claim-id.ts'
import { SourceType, sourceView, Visibility } from '../veteran/claims.ts'
import { entryFields } from '../veteran/entry-fields.ts'
import { sectionFields } from '../veteran/sections.ts'

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

/** Whether the value of a claim is open, sealed for the person of the file, or sealed for another person. */
type Sealing = 'open' | 'of the person' | 'of another'

type WhyView = Why & NamedClaim & { id: string; sealed: Sealing; moment: MomentOfViews }
type ReasonOf = Reason & Pick<WhyView, 'personId' | 'section'>

const allowanceOf = ({ personId, section }: Pick<WhyView, 'personId' | 'section'>, { reader }: GatewayContext) =>
  reader.policy.mayRead(personId, section)

const visibilityOf = (view: WhyView, context: GatewayContext): VisibilityName => {
  if (view.value) return allowanceOf(view, context)
  const { sealed, lost } = view
  return (sealed !== 'open' && reasonGone(lost, sealed === 'of another')) || 'UNKNOWN'
}

/** A value as it is shown; `visibility` beside it says why it is not. */
const shown = (value: unknown, visibility: VisibilityName) => (visibility === 'VISIBLE' ? value : null) as object

const saidVisibility = (reason: ReasonOf, context: GatewayContext): VisibilityName =>
  reason.said === undefined ? 'UNKNOWN' : allowanceOf(reason, context)

const ReasonView = builder.objectRef<ReasonOf>('Reason').implement({
  description: 'A fact behind a value, or one that lost.',
  fields: (t) => ({
    event: t.field({ type: EventInterface, description: 'The fact.', resolve: ({ fact }) => eventView(fact) }),
    said: t.field({
      type: 'Json',
      nullable: true,
      description: 'What it said of the value; when null, `visibility` says why.',
      resolve: (reason, _args, context) => shown(reason.said, saidVisibility(reason, context)),
    }),
    visibility: t.field({
      type: Visibility,
      description: 'Why what it said is there or not; UNKNOWN where it said only that something is no longer so.',
      resolve: (reason, _args, context) => saidVisibility(reason, context),
    }),
    role: t.expose('role', { type: RoleView, description: 'What it is to the value.' }),
    by: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event that corrected it or took it back; null for one that stands.',
      resolve: ({ by }) => by && eventView(by),
    }),
  }),
})

const WhyType = builder.objectRef<WhyView>('Why').implement({
  description: 'A value of a file, the facts behind it, and those that lost.',
  fields: (t) => ({
    claim: t.id({ description: 'The claim that was asked about.', resolve: ({ id }) => id }),
    path: t.string({
      description:
        'Where it stands in the file, to be read: `<section>.<field>`, of an entry with its field behind it.',
      resolve: ({ section, field, part }) => [section, field, part].filter(Boolean).join('.'),
    }),
    moment: t.expose('moment', { type: Moment, description: 'The moment that it is for.' }),
    value: t.field({
      type: 'Json',
      nullable: true,
      description: 'The value; when null, `visibility` says why.',
      resolve: (view, _args, context) => shown(view.value?.value, visibilityOf(view, context)),
    }),
    visibility: t.field({
      type: Visibility,
      description: 'Why the value is there or not.',
      resolve: (view, _args, context) => visibilityOf(view, context),
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: 'Where it comes from; null where there is no value at this moment.',
      resolve: ({ value }) => value && sourceView(value.source),
    }),
    reasons: t.field({
      type: [ReasonView],
      description: 'Every fact that had to do with it, in the order in which they happened.',
      resolve: ({ reasons, personId, section }) => reasons.map((reason) => ({ ...reason, personId, section })),
    }),
  }),
})

type Field = { kind: string }

const fieldOf = (section: string, field: string): Field | undefined => {
  const fields = section === 'others' ? { facts: { kind: 'entries' } } : sectionFields[section as Section]
  return fields && Object.hasOwn(fields, field) ? (fields as Record<string, Field>)[field] : undefined
}

/** How the value of a claim is sealed; undefined where no file has such a claim. */
const sealingOf = ({ section, field, entry, part }: NamedClaim): Sealing | undefined => {
  const sectionField = fieldOf(section, field)
  if (!sectionField || (sectionField.kind === 'entries') !== (entry !== undefined)) return undefined
  if (part === undefined)
    return section === 'others' || outlivesKey(section as Section, field) ? 'open' : 'of the person'
  if (section === 'others' || !sectionField.kind.startsWith('entr')) return undefined
  const entryField = entryFields(namesOfField(section as Section, field)).get(part)
  return entryField && (entryField.ofAnother ? 'of another' : 'of the person')
}

/** @throws a refusal `NOT_FOUND` */
const claimMeant = (id: string): NamedClaim & { sealed: Sealing } => {
  const named = parseClaimId(id)
  const sealed = named && sealingOf(named)
  if (!named || sealed === undefined)
    throw refusal('NOT_FOUND', {
      en: 'no claim has this id: it is the `id` of a claim or an entry, or the `claim` of a change',
      zh: '没有此编号的说法：编号取自说法或条目的 id，或变更的 claim',
    })
  return { ...named, sealed }
}

builder.queryField('why', (t) =>
  t.field({
    type: WhyType,
    nullable: true,
    description:
      'Why a value of a file is what it is: the facts behind it, and those that lost; null with NOT_FOUND where there is no file.',
    args: {
      claim: t.arg.id({
        required: true,
        description: 'Which value: the `id` of a claim or of an entry of a list, or the `claim` of a change.',
      }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { claim, moment }, context, info) => {
      const named = claimMeant(String(claim))
      const at = await answerMoment(context, moment, info)
      const history = await context.reader.history(named.personId, at.ordinal)
      if (history.factsAt(at.ordinal).length === 0)
        throw refusal('NOT_FOUND', { en: 'there is no file of this person', zh: '没有该人员的档案' })
      const entry = named.entry === undefined ? undefined : history.rootOf(named.entry)
      return { ...named, ...whyOf(history, { ...named, entry }, at), id: String(claim), moment: at }
    },
  }),
)
