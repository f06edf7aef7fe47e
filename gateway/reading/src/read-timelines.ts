import type { EventHead } from '@hub/file/fact.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { Views } from '@hub/views/open-views.ts'
import type { Moment, Page } from './reader.ts'

const columns = 'event_id, type, name, department, stream, revision, position, ordinal, time, known_time'
/** A row: whose timeline, of how many events, and one of them. */
type Row = [string, number, string, string, string, string, string, number, Position, number, string, string]

const within = `facts.known_from = facts.ordinal AND facts.ordinal <= ?2 AND (?3 IS NULL OR facts.time <= ?3)`

/** Heads of the first, or the last, events of many timelines: one query, whatever their number. */
const manySql = (direction: string) =>
  `SELECT root, total, ${columns} FROM (
    SELECT json_extract(pair.value, '$[0]') AS root, facts.*, count(*) OVER own AS total,
      row_number() OVER (own ORDER BY facts.time ${direction}, facts.ordinal ${direction}) AS place
    FROM json_each(?1) AS pair JOIN facts ON facts.person = json_extract(pair.value, '$[1]')
    WHERE ${within}
    WINDOW own AS (PARTITION BY json_extract(pair.value, '$[0]'))
  ) WHERE place <= ?4 ORDER BY root, place`

/** The query for one timeline. It needs no window functions, and takes half the time. */
const oneSql = (direction: string) => {
  const own = `FROM facts WHERE person IN (SELECT value FROM json_each(?1)) AND ${within}`
  return `SELECT ?5, (SELECT count(*) ${own}), ${columns} ${own}
    ORDER BY time ${direction}, ordinal ${direction} LIMIT ?4`
}

type Question = { moment: Moment; first: number; backwards: boolean }

const rowsOf = (
  views: Views,
  groups: ReadonlyMap<string, readonly string[]>,
  { moment, first, backwards }: Question,
): Row[] => {
  const direction = backwards ? 'ASC' : 'DESC'
  const [only, second] = groups
  const one = only && !second ? only : undefined
  const pairs = () => [...groups].flatMap(([root, members]) => members.map((member) => [root, member]))
  return views
    .arrays<Row>(one ? oneSql(direction) : manySql(direction))
    .all(
      JSON.stringify(one ? one[1] : pairs()),
      moment.ordinal,
      moment.asOf ?? null,
      first + 1,
      ...(one ? [one[0]] : []),
    )
}

const headOf = (row: Row): EventHead => {
  const [, , eventId, type, name, department, stream, revision, position, ordinal, time, knownTime] = row
  const head = { eventId, type, name, department, stream, revision, position, ordinal, time, knownTime }
  const definition = lookUpType(type)?.definition
  return definition ? { ...head, definition } : head
}

/** The first pages, or the last, of many persons' timelines, read at once; by person, with whom each is linked. */
export const readTimelines = (
  views: Views,
  groups: ReadonlyMap<string, readonly string[]>,
  question: Question,
): ReadonlyMap<string, Page<EventHead>> => {
  const byRoot = Map.groupBy(rowsOf(views, groups, question), ([root]) => root)
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
          totalCount: own[0]?.[1] ?? 0,
        },
      ]
    }),
  )
}
