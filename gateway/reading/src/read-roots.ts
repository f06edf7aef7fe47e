import type { Views } from '@hub/views/open-views.ts'

/** The first statements of the facts that these events say, correct or take back; an event's own id where it is the first. */
export const readRoots = (views: Views, eventIds: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    views
      .statement(
        `WITH RECURSIVE back (asked, event_id, stream, replaces, ordinal) AS (
           SELECT event_id, event_id, stream, replaces, ordinal FROM facts
             WHERE event_id IN (SELECT value FROM json_each(?)) AND known_from = ordinal
           UNION ALL
           SELECT back.asked, facts.event_id, facts.stream, facts.replaces, facts.ordinal
             FROM back JOIN facts ON facts.stream = back.stream AND facts.source || '#' || facts.id = back.replaces
             WHERE facts.known_from = facts.ordinal AND facts.ordinal < back.ordinal)
         SELECT asked, event_id AS root, min(ordinal) FROM back GROUP BY asked`,
      )
      .all(JSON.stringify(eventIds))
      .map(({ asked, root }) => [String(asked), String(root)]),
  )
