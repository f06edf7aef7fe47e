import { departments } from '@hub/schemas/department.ts'
import { isHubSource } from '@hub/schemas/envelope.ts'
import type { Fact } from '../../file/fact.ts'
import { builder } from '../builder.ts'
import { Node, nodeId } from '../node-id.ts'
import { eventTypeName } from './type-names.ts'

export const DepartmentView = builder.objectRef<string>('Department').implement({
  description: 'A department of the city, or the hub itself.',
  fields: (t) => ({
    key: t.string({ description: 'Its key, as in event types.', resolve: (key) => key }),
    titleZh: t.string({
      description: 'Its Chinese name.',
      resolve: (key) => departments[key as keyof typeof departments]?.titleZh ?? key,
    }),
    titleEn: t.string({
      description: 'Its English name.',
      resolve: (key) => departments[key as keyof typeof departments]?.titleEn ?? key,
    }),
  }),
})

const Envelope = builder.objectRef<Fact>('EventEnvelope').implement({
  description: 'What the event came with.',
  fields: (t) => ({
    source: t.string({
      description: 'The system that sent it: /departments/<department>/<system>, or /hub/<service>.',
      resolve: ({ source }) => source,
    }),
    sourceEventId: t.string({ description: 'The id that the sender gave.', resolve: ({ id }) => id }),
    replaces: t.string({
      nullable: true,
      description: 'The fact that it corrects or takes back: <source>#<id>; null for one that does neither.',
      resolve: ({ replaces }) => replaces ?? null,
    }),
    replacesReason: t.string({
      nullable: true,
      description: 'Why it corrects or takes back; null where it does neither.',
      resolve: ({ replacesReason }) => replacesReason ?? null,
    }),
    ofHub: t.boolean({ description: 'Whether the hub itself says it.', resolve: ({ source }) => isHubSource(source) }),
  }),
})

/** What every event has; the generated types add the fields of their data. */
export const EventInterface = builder.interfaceRef<Fact>('Event')

/** Fields of the interface; a field of the data with such a name gets `InData` behind it. */
export const interfaceFields = new Set(
  'id eventId type titleZh titleEn department stream revision position occurredAt recordedAt envelope erased erasedFields'.split(
    ' ',
  ),
)

builder.interfaceType(EventInterface, {
  interfaces: [Node],
  description: 'Something that a department, or the hub, asserts has happened. Never changed, only followed by others.',
  resolveType: (event) => eventTypeName(event),
  fields: (t) => ({
    id: t.id({ description: 'The global id.', resolve: ({ eventId }) => nodeId('Event', eventId) }),
    eventId: t.id({ description: 'The id in the store, a UUID.', resolve: ({ eventId }) => eventId }),
    type: t.string({ description: '<department>.<Name>.v<n> as it was stored.', resolve: ({ type }) => type }),
    titleZh: t.string({
      description: 'Its Chinese title.',
      resolve: ({ definition, type }) => definition?.titleZh ?? type,
    }),
    titleEn: t.string({
      description: 'Its English title.',
      resolve: ({ definition, type }) => definition?.titleEn ?? type,
    }),
    department: t.field({ type: DepartmentView, description: 'Who says it.', resolve: ({ department }) => department }),
    stream: t.string({ description: 'The stream that it is in.', resolve: ({ stream }) => stream }),
    revision: t.field({
      type: 'BigInt',
      description: 'Its place in the stream, from 0.',
      resolve: ({ revision }) => revision,
    }),
    position: t.field({ type: 'Position', description: 'Its place in the log.', resolve: ({ position }) => position }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When it happened in the world.',
      resolve: ({ time }) => time,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When the hub knew it.',
      resolve: ({ knownTime }) => knownTime,
    }),
    envelope: t.field({ type: Envelope, description: 'What it came with.', resolve: (event) => event }),
    erased: t.boolean({
      description: 'Whether personal fields of it are erased for good; they are null then.',
      resolve: ({ erased }) => erased,
    }),
    erasedFields: t.stringList({
      description: 'The fields whose values are erased for good. A field that is null and not among them was not said.',
      resolve: ({ erased, definition, data }) =>
        erased ? (definition?.personalFields ?? []).map(({ field }) => field).filter((field) => !(field in data)) : [],
    }),
  }),
})
