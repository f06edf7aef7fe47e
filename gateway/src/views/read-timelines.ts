import type { Fact } from '../file/fact.ts'
import { linkedPersons } from './linked-persons.ts'
import { factsAt } from './person-facts.ts'
import type { FileReading } from './read-files.ts'
import type { Moment, Page } from './read-types.ts'

type Row = { root: string; stream: string; revision: number; ordinal: number; knownTime: string; total: number }

/** Places of the first, or the last, events of many timelines: one query, whatever their number. */
const sql = (backwards: boolean) => {
  const direction = backwards ? 'ASC' : 'DESC'
  return `SELECT root, stream, revision, ordinal, known_time AS knownTime, total FROM (
    SELECT json_extract(pair.value, '$[0]') AS root, facts.*, count(*) OVER own AS total,
      row_number() OVER (own ORDER BY facts.time ${direction}, facts.ordinal ${direction}) AS place
    FROM json_each(?1) AS pair JOIN facts ON facts.person = json_extract(pair.value, '$[1]')
    WHERE facts.known_from = facts.ordinal AND facts.ordinal <= ?2 AND (?3 IS NULL OR facts.time <= ?3)
      AND NOT (facts.stream >= 'access-' AND facts.stream < 'access.')
    WINDOW own AS (PARTITION BY json_extract(pair.value, '$[0]'))
  ) WHERE place <= ?4 ORDER BY root, place`
}

/** The first pages, or the last, of many persons' timelines, read at once. */
export const readTimelines = async (
  { views, store, keys }: FileReading,
  personIds: readonly string[],
  { moment, first, backwards }: { moment: Moment; first: number; backwards: boolean },
): Promise<ReadonlyMap<string, Page<Fact>>> => {
  const groups = linkedPersons(views, personIds, moment.ordinal)
  const pairs = [...groups].flatMap(([root, members]) => members.map((member) => [root, member]))
  const rows = views
    .statement(sql(backwards))
    .all(JSON.stringify(pairs), moment.ordinal, moment.asOf ?? null, first + 1) as Row[]
  const byRoot = Map.groupBy(rows, ({ root }) => root)
  const shown = [...byRoot.values()].flatMap((own) => own.slice(0, first))
  const facts = new Map((await factsAt(store, keys, shown)).map((fact) => [fact.ordinal, fact]))
  return new Map(
    personIds.map((personId) => {
      const own = byRoot.get(personId) ?? []
      const items = own.slice(0, first).flatMap(({ ordinal }) => facts.get(ordinal) ?? [])
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
