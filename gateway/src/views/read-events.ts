import type { SQLInputValue } from 'node:sqlite'
import type { Fact } from '../file/fact.ts'
import { linkedPersons } from './linked-persons.ts'
import { factsAt } from './person-facts.ts'
import type { FileReading } from './read-files.ts'
import { underRegion } from './read-list.ts'
import type { EventFilter, EventPage, Moment, Page } from './read-types.ts'

type Condition = { sql: string; values: SQLInputValue[] }
type Place = { stream: string; revision: number; ordinal: number; knownTime: string }

const among = (column: string, values: readonly string[] | undefined): Condition[] =>
  values ? [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }] : []

const compared = (column: string, sign: string, value: SQLInputValue | undefined): Condition[] =>
  value === undefined ? [] : [{ sql: `${column} ${sign} ?`, values: [value] }]

const ofCategory = (category: string): Condition => ({
  sql: 'stream >= ? AND stream < ?',
  values: [`${category}-`, `${category}.`],
})

const not = ({ sql, values }: Condition): Condition => ({ sql: `NOT (${sql})`, values })

/** A filter on events as conditions on the rows of `facts`. */
export const conditionsOf = (filter: EventFilter): Condition[] => [
  ...among('department', filter.departments),
  ...among('name', filter.names),
  ...compared('person', '=', filter.person),
  ...among('person', filter.persons),
  ...compared('stream', '=', filter.stream),
  ...(filter.category === undefined ? [] : [ofCategory(filter.category)]),
  ...(filter.withoutCategory === undefined ? [] : [not(ofCategory(filter.withoutCategory))]),
  ...(filter.region === undefined ? [] : [underRegion('region', filter.region)]),
  ...compared('correlation', '=', filter.correlation),
  ...compared('time', '>=', filter.occurredFrom),
  ...compared('time', '<', filter.occurredBefore),
  ...compared('known_time', '>=', filter.recordedFrom),
  ...compared('known_time', '<', filter.recordedBefore),
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
  const page = async (conditions: readonly Condition[], edge: readonly Condition[], order: string, first: number) => {
    const places = select([...conditions, ...edge], order, first + 1)
    const items = await factsAt(store, keys, places.slice(0, first))
    return { items, hasMore: places.length > first, totalCount: count(conditions) }
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

    events: async (
      filter: EventFilter,
      { after, before, first, newestFirst = false, upTo }: EventPage,
    ): Promise<Page<Fact>> => {
      const backwards = after === undefined && before !== undefined
      const descending = newestFirst !== backwards
      const edge = compared('ordinal', newestFirst ? '<' : '>', after).concat(
        compared('ordinal', newestFirst ? '>' : '<', before),
      )
      const conditions = [...conditionsOf(filter), ...compared('ordinal', '<=', upTo)]
      const found = await page(conditions, edge, `ordinal ${descending ? 'DESC' : 'ASC'}`, first)
      return backwards ? { ...found, items: found.items.toReversed() } : found
    },

    timeline: async (
      personId: string,
      { moment, after, first }: { moment?: Moment | undefined; after?: number | undefined; first: number },
    ): Promise<Page<Fact>> => {
      const ordinal = moment?.ordinal ?? Number.MAX_SAFE_INTEGER
      const conditions = [
        ...among('person', linkedPersons(reading.views, [personId], ordinal).get(personId)),
        ...compared('ordinal', '<=', ordinal),
        ...compared('time', '<=', moment?.asOf),
        not(ofCategory('access')),
      ]
      const edge: Condition[] =
        after === undefined
          ? []
          : [
              {
                sql: '(time, ordinal) < ((SELECT time FROM facts WHERE ordinal = ? AND known_from = ordinal), ?)',
                values: [after, after],
              },
            ]
      return page(conditions, edge, 'time DESC, ordinal DESC', first)
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
