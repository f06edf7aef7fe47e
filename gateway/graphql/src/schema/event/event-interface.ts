import { type Fact, isErased, reasonGone } from '@hub/file/fact.ts'
import { lawOfFact, spanOfFact } from '@hub/file/fact-time.ts'
import { isHubSource } from '@hub/schemas/envelope.ts'
import { type KeyedNumber, numberKinds } from '@hub/schemas/number-kinds.ts'
import { builder } from '../builder.ts'
import { Department } from '../department.ts'
import { numbersOf } from '../loaders.ts'
import { Node } from '../node-id.ts'
import { CodedValue, codedValue } from '../values.ts'
import type { EventView } from './event-view.ts'
import { LegalRule } from './legal-rule.ts'
import { eventTypeName } from './type-names.ts'

const Envelope = builder.objectRef<Fact>('EventEnvelope').implement({
  description: 'What the event came with.',
  fields: (t) => ({
    source: t.exposeString('source', {
      description: 'The system that sent it: /departments/<department>/<system>, or /hub/<service>.',
    }),
    sourceEventId: t.string({ description: 'The id that the sender gave.', resolve: ({ id }) => id }),
    replaces: t.exposeString('replaces', {
      nullable: true,
      description: 'The fact that it corrects or takes back: <source>#<id>; null for one that does neither.',
    }),
    replacesReason: t.exposeString('replacesReason', {
      nullable: true,
      description: 'Why it corrects or takes back; null where it does neither.',
    }),
    ofHub: t.boolean({ description: 'Whether the hub itself says it.', resolve: ({ source }) => isHubSource(source) }),
  }),
})

const KeyedNumberRef = builder.objectRef<KeyedNumber>('KeyedNumber').implement({
  description:
    'A sealed number that tells things of a kind apart: an order, an account, a card. It cannot be read from this.',
  fields: (t) => ({
    kind: t.field({
      type: CodedValue,
      description: 'Of what it is the number.',
      resolve: ({ kind }) => codedValue(kind, { list: 'numberKind', codes: numberKinds }),
    }),
    token: t.exposeString('token', {
      description: 'Equal where the number and its kind are: the same digits of another kind have another one.',
    }),
  }),
})

/** What every event has; the generated types add the fields of their data. */
export const EventInterface = builder.interfaceRef<EventView>('Event')

/** Fields of the interface; a field of the data with such a name gets `InData` behind it. */
export const interfaceFields = new Set(
  'id eventId type titleZh titleEn department stream revision position occurredAt recordedAt validFrom validUntil paidFrom law numbers envelope erased erasedFields damaged'.split(
    ' ',
  ),
)

builder.interfaceType(EventInterface, {
  interfaces: [Node],
  description: 'Something that a department, or the hub, asserts has happened. Never changed, only followed by others.',
  resolveType: ({ head }) => eventTypeName(head),
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The global id.' }),
    eventId: t.exposeID('eventId', { description: 'The id in the store, a UUID.' }),
    type: t.exposeString('type', { description: '<department>.<Name>.v<n> as it was stored.' }),
    titleZh: t.exposeString('titleZh', { description: 'Its Chinese title.' }),
    titleEn: t.exposeString('titleEn', { description: 'Its English title.' }),
    department: t.expose('department', { type: Department, description: 'Who says it.' }),
    stream: t.exposeString('stream', { description: 'The stream that it is in.' }),
    revision: t.expose('revision', { type: 'BigInt', description: 'Its place in the stream, from 0.' }),
    position: t.expose('position', { type: 'Position', description: 'Its place in the log.' }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When it happened in the world.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When the hub knew it.' }),
    validFrom: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'From when what it says is so, by its own fields; the day of `occurredAt` for a type that has none. Null where what says it is erased.',
      resolve: ({ fact }) => spanOfFact(fact).from,
    }),
    validUntil: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The last day or month of it, where it says that itself; null where what can be read of it says none.',
      resolve: ({ fact }) => spanOfFact(fact).until,
    }),
    paidFrom: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The first month that is paid; null where what can be read of it says none.',
      resolve: ({ fact }) => spanOfFact(fact).paidFrom,
    }),
    law: t.field({
      type: [LegalRule],
      description:
        'The law on which it rests, as it was in force on the day of `validFrom`; empty where that is not known.',
      resolve: ({ fact }) => lawOfFact(fact),
    }),
    numbers: t.field({
      type: [KeyedNumberRef],
      nullable: true,
      description:
        'The sealed numbers that it names, each as a token by which events are matched unread (`numberToken` of a filter); null where this caller may not match numbers.',
      resolve: ({ head }, _args, context) => numbersOf(context, head.ordinal),
    }),
    envelope: t.field({ type: Envelope, description: 'What it came with.', resolve: ({ fact }) => fact }),
    erased: t.boolean({
      description: 'Whether what it says of a person is erased for good; those fields are null then.',
      resolve: ({ fact }) => isErased(fact.lost),
    }),
    erasedFields: t.stringList({
      description: 'The fields whose values are erased for good. A field that is null and not among them was not said.',
      resolve: ({ fact: { lost, definition, data } }) =>
        (definition?.sealedFields ?? [])
          .filter(({ field, ofAnother }) => reasonGone(lost, ofAnother) === 'ERASED' && !(field in data))
          .map(({ field }) => field),
    }),
    damaged: t.boolean({
      description: 'Whether its box does not open, though the key is there; the fields in it are null then.',
      resolve: ({ fact }) => fact.lost === 'damaged',
    }),
  }),
})

/** Fields of the interface that stand in an event's head. */
export const headFields: ReadonlySet<string> = new Set(
  '__typename id eventId type titleZh titleEn department stream revision position occurredAt recordedAt numbers'.split(
    ' ',
  ),
)
