import type { EventFilter } from '@hub/reading/reader.ts'
import { builder } from '../builder.ts'

type Asked = {
  departments?: readonly string[] | null | undefined
  names?: readonly string[] | null | undefined
  personId?: string | number | null | undefined
  stream?: string | null | undefined
  category?: string | null | undefined
  regionUnder?: string | null | undefined
  regionIn?: readonly string[] | null | undefined
  correlationId?: string | number | null | undefined
  numberToken?: string | null | undefined
  occurredFrom?: string | null | undefined
  occurredBefore?: string | null | undefined
  recordedFrom?: string | null | undefined
  recordedBefore?: string | null | undefined
  any?: readonly Asked[] | null | undefined
}

export const EventFilterInput = builder.inputRef<Asked>('EventFilter')

EventFilterInput.implement({
  description: 'Which events; all conditions hold. Times are between `…From` and `…Before`.',
  fields: (t) => ({
    departments: t.stringList({ description: 'Said by one of these departments (keys).' }),
    names: t.stringList({ description: 'Of these names, without department and version, e.g. `MarriageRegistered`.' }),
    personId: t.id({ description: "In this person's stream." }),
    stream: t.string({ description: 'In this stream, e.g. `case-…`.' }),
    category: t.string({ description: 'In streams of this category, e.g. `fair`.' }),
    regionUnder: t.field({ type: 'RegionCode', description: 'By an office in this region or under it.' }),
    regionIn: t.field({ type: ['RegionCode'], description: 'By an office in one of these very regions.' }),
    correlationId: t.id({ description: 'Of this correlation: what belongs to one matter.' }),
    numberToken: t.string({
      description:
        'Naming the number that has this token (`numbers` of an event): one order, account, card, certificate or marriage, whosever. What is corrected or taken back names it no more.',
    }),
    occurredFrom: t.field({ type: 'DateTime', description: 'Happened then or later.' }),
    occurredBefore: t.field({ type: 'DateTime', description: 'Happened before.' }),
    recordedFrom: t.field({ type: 'DateTime', description: 'Recorded then or later.' }),
    recordedBefore: t.field({ type: 'DateTime', description: 'Recorded before.' }),
    any: t.field({ type: [EventFilterInput], description: 'One of these holds, too.' }),
  }),
})

/** A filter of a query as the views take it. */
export const eventFilterOf = (filter: Asked | null | undefined): EventFilter => ({
  ...(filter?.departments ? { departments: filter.departments } : {}),
  ...(filter?.names ? { names: filter.names } : {}),
  person: filter?.personId ? String(filter.personId) : undefined,
  stream: filter?.stream ?? undefined,
  category: filter?.category ?? undefined,
  region: filter?.regionUnder ?? undefined,
  correlation: filter?.correlationId ? String(filter.correlationId) : undefined,
  number: filter?.numberToken ?? undefined,
  occurredFrom: filter?.occurredFrom ?? undefined,
  occurredBefore: filter?.occurredBefore ?? undefined,
  recordedFrom: filter?.recordedFrom ?? undefined,
  recordedBefore: filter?.recordedBefore ?? undefined,
  regions: filter?.regionIn ?? undefined,
  any: filter?.any?.map(eventFilterOf),
})
