import type { Fact } from '@hub/file/fact.ts'
import { factsAt } from '@hub/views/person-facts.ts'
import {
  among,
  anyOf,
  type Condition,
  compared,
  type Keys,
  type OrderTerm,
  pageOfRows,
  type Stretch,
  stretchSql,
} from './keyset.ts'
import { linkedPersons } from './linked-persons.ts'
import type { FileReading } from './read-files.ts'
import { underRegion } from './read-list.ts'
import { namesNumber } from './read-numbers.ts'
import type { EventFilter, EventOrder, EventPage, Page, TimelinePage } from './reader.ts'

type Place = { stream: string; revision: number; ordinal: number; knownTime: string }

const ofCategory = (category: string): Condition => ({
  sql: 'stream >= ? AND stream < ?',
  values: [`${category}-`, `${category}.`],
})

/** A filter on events as conditions on the rows of `facts`; what stands is as known at the ordinal `upTo`. */
export const conditionsOf = (filter: EventFilter, upTo: number = Number.MAX_SAFE_INTEGER): Condition[] => [
  ...among('department', filter.departments),
  ...among('name', filter.names),
  ...compared('person', '=', filter.person),
  ...among('person', filter.persons),
  ...compared('stream', '=', filter.stream),
  ...(filter.category === undefined ? [] : [ofCategory(filter.category)]),
  ...(filter.region === undefined ? [] : [underRegion('region', filter.region)]),
  ...among('region', filter.regions),
  ...compared('correlation', '=', filter.correlation),
  ...compared('time', '>=', filter.occurredFrom),
  ...compared('time', '<', filter.occurredBefore),
  ...compared('known_time', '>=', filter.recordedFrom),
  ...compared('known_time', '<', filter.recordedBefore),
  ...(filter.number === undefined ? [] : [namesNumber(filter.number, upTo)]),
  ...(filter.any ? [anyOf(filter.any.map((one) => conditionsOf(one, upTo)))] : []),
]

const columns: Readonly<Record<EventOrder['field'], string>> = {
  position: 'ordinal',
  occurredAt: 'time',
  recordedAt: 'known_time',
}

const ordersOf = ({ orderBy, newestFirst }: Pick<EventPage, 'orderBy' | 'newestFirst'>): readonly EventOrder[] => {
  const direction = newestFirst ? 'DESC' : 'ASC'
  const orders = orderBy && orderBy.length > 0 ? orderBy : [{ field: 'position', direction } as const]
  return orders.some(({ field }) => field === 'position')
    ? orders
    : [...orders, { field: 'position', direction: orders.at(-1)!.direction }]
}

const termsOf = (orders: readonly EventOrder[]): OrderTerm[] =>
  orders.map(({ field, direction }) => ({ column: columns[field], descending: direction === 'DESC' }))

/** The place of an event in an order: what a cursor holds. */
export const keysOfEvent = (fact: Fact, page: Pick<EventPage, 'orderBy' | 'newestFirst'>): Keys =>
  ordersOf(page).map(({ field }) => {
    if (field === 'position') return fact.ordinal
    return field === 'occurredAt' ? fact.time : fact.knownTime
  })

const timelineOrder: readonly OrderTerm[] = [
  { column: 'time', descending: true },
  { column: 'ordinal', descending: true },
]

const query = ({ views, store, keys }: FileReading) => {
  const select = (conditions: readonly Condition[], order: string, limit: number): Place[] => {
    const where = ['known_from = ordinal', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND ')
    return views
      .statement(
        `SELECT stream, revision, ordinal, known_time AS knownTime FROM facts WHERE ${where} ORDER BY ${order} LIMIT ?`,
      )
      .all(...conditions.flatMap(({ values }) => values), limit) as Place[]
  }
  const count = (conditions: readonly Condition[]): number => {
    const where = ['known_from = ordinal', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND ')
    const row = views
      .statement(`SELECT count(*) AS total FROM facts WHERE ${where}`)
      .get(...conditions.flatMap(({ values }) => values))
    return Number(row?.total ?? 0)
  }
  const page = async (
    conditions: readonly Condition[],
    terms: readonly OrderTerm[],
    stretch: Stretch,
    first: number,
  ): Promise<Page<Fact>> => {
    const { conditions: edges, order } = stretchSql(terms, stretch)
    const { items, hasMore } = pageOfRows(
      select([...conditions, ...edges], order, first + 1),
      first,
      stretch.backwards ?? false,
    )
    return { items: await factsAt(store, keys, items), hasMore, totalCount: count(conditions) }
  }
  return { select, page }
}

/** The events that the views know, read from the store with their personal fields opened. */
export const readEvents = (reading: FileReading) => {
  const { select, page } = query(reading)
  return {
    event: async (eventId: string): Promise<Fact | undefined> =>
      (await factsAt(reading.store, reading.keys, select(compared('event_id', '=', eventId), 'ordinal', 1)))[0],

    eventsOf: async (eventIds: readonly string[]): Promise<ReadonlyMap<string, Fact>> => {
      const places = select(among('event_id', eventIds), 'ordinal', Math.max(1, eventIds.length))
      const facts = await factsAt(reading.store, reading.keys, places)
      return new Map(facts.map((fact) => [fact.eventId, fact]))
    },

    events: (
      filter: EventFilter,
      { after, before, backwards, first, upTo, ...order }: EventPage,
    ): Promise<Page<Fact>> => {
      const conditions = [...conditionsOf(filter, upTo), ...compared('ordinal', '<=', upTo)]
      const edge = (at: number | Keys | undefined) => (typeof at === 'number' ? [at] : at)
      const stretch = {
        after: edge(after),
        before: edge(before),
        backwards: backwards ?? (after === undefined && before !== undefined),
      }
      return page(conditions, termsOf(ordersOf(order)), stretch, first)
    },

    timeline: (personId: string, { moment, first, ...stretch }: TimelinePage): Promise<Page<Fact>> => {
      const ordinal = moment?.ordinal ?? Number.MAX_SAFE_INTEGER
      const conditions = [
        ...among('person', linkedPersons(reading.views, [personId], ordinal).get(personId)),
        ...compared('ordinal', '<=', ordinal),
        ...compared('time', '<=', moment?.asOf),
      ]
      return page(conditions, timelineOrder, stretch, first)
    },

    factsOf: async (ordinals: readonly number[]): Promise<readonly Fact[]> => {
      const wanted: Condition = {
        sql: 'ordinal IN (SELECT value FROM json_each(?))',
        values: [JSON.stringify(ordinals)],
      }
      const facts = await factsAt(
        reading.store,
        reading.keys,
        select([wanted], 'ordinal', Math.max(1, ordinals.length)),
      )
      const byOrdinal = new Map(facts.map((fact) => [fact.ordinal, fact]))
      return ordinals.map((ordinal) => byOrdinal.get(ordinal)).filter((fact) => fact !== undefined)
    },
  }
}
