import type { EventFilter } from '../../views/read-types.ts'
import { builder } from '../builder.ts'

export const EventFilterInput = builder.inputType('EventFilter', {
  description: 'Which events; all conditions hold.',
  fields: (t) => ({
    departments: t.stringList({ description: 'Said by one of these departments (keys).' }),
    names: t.stringList({ description: 'Of these names, without department and version, e.g. `MarriageRegistered`.' }),
    personId: t.id({ description: "In this person's stream." }),
    stream: t.string({ description: 'In this stream, e.g. `case-…`.' }),
    category: t.string({ description: 'In streams of this category, e.g. `fair`.' }),
    regionUnder: t.field({ type: 'RegionCode', description: 'By an office in this region or under it.' }),
    correlationId: t.id({ description: 'Of this correlation: what belongs to one matter.' }),
    occurredFrom: t.field({ type: 'DateTime', description: 'Happened then or later.' }),
    occurredBefore: t.field({ type: 'DateTime', description: 'Happened before.' }),
    recordedFrom: t.field({ type: 'DateTime', description: 'Recorded then or later.' }),
    recordedBefore: t.field({ type: 'DateTime', description: 'Recorded before.' }),
  }),
})

type Asked = typeof EventFilterInput.$inferInput

/** A filter of a query as the views take it. */
export const eventFilterOf = (filter: Asked | null | undefined): EventFilter => ({
  ...(filter?.departments ? { departments: filter.departments } : {}),
  ...(filter?.names ? { names: filter.names } : {}),
  person: filter?.personId ? String(filter.personId) : undefined,
  stream: filter?.stream ?? undefined,
  category: filter?.category ?? undefined,
  region: filter?.regionUnder ?? undefined,
  correlation: filter?.correlationId ? String(filter.correlationId) : undefined,
  occurredFrom: filter?.occurredFrom ?? undefined,
  occurredBefore: filter?.occurredBefore ?? undefined,
  recordedFrom: filter?.recordedFrom ?? undefined,
  recordedBefore: filter?.recordedBefore ?? undefined,
})
