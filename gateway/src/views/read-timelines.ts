import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { EventHead } from '../file/fact.ts'
import type { Views } from './open-views.ts'
import type { Moment, Page } from './read-types.ts'

type Row = Omit<EventHead, 'definition'> & { root: string; total: number }

const columns =
  'event_id AS eventId, type, name, department, stream, revision, position, ordinal, time, known_time AS knownTime'
const within = `facts.known_from = facts.ordinal AND facts.ordinal <= ?2 AND (?3 IS NULL OR facts.time <= ?3)
  AND NOT (facts.stream >= 'access-' AND facts.stream < 'access.')`

/** Heads of the first, or the last, events of many timelines: one query, whatever their number. */
const manySql = (direction: string) =>
  `SELECT root, ${columns}, total FROM (
    SELECT json_extract(pair.value, '$[0]') AS root, facts.*, count(*) OVER own AS total,
      row_number() OVER (own ORDER BY facts.time ${direction}, facts.ordinal ${direction}) AS place
    FROM json_each(?1) AS pair JOIN facts ON facts.person = json_extract(pair.value, '$[1]')
    WHERE ${within}
    WINDOW own AS (PARTITION BY json_extract(pair.value, '$[0]'))
  ) WHERE place <= ?4 ORDER BY root, place`

/** The same of one timeline, without the window over many: at two thirds of the time. */
const oneSql = (direction: string) =>
  `SELECT ${columns}, count(*) OVER () AS total FROM facts
   WHERE person IN (SELECT value FROM json_each(?1)) AND ${within}
   ORDER BY time ${direction}, ordinal ${direction} LIMIT ?4`

type Question = { moment: Moment; first: number; backwards: boolean }

const rowsOfOne = (
  views: Views,
  [root, members]: readonly [string, readonly string[]],
  { moment, first, backwards }: Question,
): Row[] =>
  views
    .statement(oneSql(backwards ? 'ASC' : 'DESC'))
    .all(JSON.stringify(members), moment.ordinal, moment.asOf ?? null, first + 1)
    .map((row) => Object.assign(row, { root }) as unknown as Row)

const rowsOfMany = (
  views: Views,
  groups: ReadonlyMap<string, readonly string[]>,
  { moment, first, backwards }: Question,
): Row[] => {
  const pairs = [...groups].flatMap(([root, members]) => members.map((member) => [root, member]))
  return views
    .statement(manySql(backwards ? 'ASC' : 'DESC'))
    .all(JSON.stringify(pairs), moment.ordinal, moment.asOf ?? null, first + 1) as Row[]
}

const headOf = (row: Row): EventHead => {
  const definition = lookUpType(row.type)?.definition
  return definition ? Object.assign(row, { definition }) : row
}

/** The first pages, or the last, of many persons' timelines, read at once; by person, with whom each is linked. */
export const readTimelines = (
  views: Views,
  groups: ReadonlyMap<string, readonly string[]>,
  question: Question,
): ReadonlyMap<string, Page<EventHead>> => {
  const [only, second] = groups
  const rows = only && !second ? rowsOfOne(views, only, question) : rowsOfMany(views, groups, question)
  const byRoot = Map.groupBy(rows, ({ root }) => root)
  const { first, backwards } = question
  return new Map(
    [...groups.keys()].map((personId) => {
      const own = byRoot.get(personId) ?? []
      const items = own.slice(0, first).map(headOf)
      return [
        personId,
        {
          items: backwards ? items.reverse() : items,
          hasMore: own.length > first,
          totalCount: own[0]?.total ?? 0,
        },
      ]
    }),
  )
}
