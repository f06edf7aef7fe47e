import type { KeyedNumber } from '@hub/schemas/number-kinds.ts'
import type { Views } from '@hub/views/open-views.ts'
import type { Condition } from './keyset.ts'

/** The numbers that events name, unread, by the events' ordinals. */
export const readNumbers = (views: Views, ordinals: readonly number[]): ReadonlyMap<number, readonly KeyedNumber[]> => {
  const rows = views
    .statement(
      'SELECT ordinal, kind, token FROM numbers WHERE ordinal IN (SELECT value FROM json_each(?)) ORDER BY kind, token',
    )
    .all(JSON.stringify(ordinals)) as (KeyedNumber & { ordinal: number })[]
  return Map.groupBy(rows, ({ ordinal }) => ordinal)
}

/** Events of the table `facts` that name a number and stand as known at an ordinal: neither corrected nor taken back. */
export const namesNumber = (token: string, upTo: number): Condition => ({
  sql: `ordinal IN (SELECT standing.ordinal FROM numbers JOIN facts AS standing USING (ordinal)
        WHERE token = ? AND standing.known_from <= ? AND (standing.known_to IS NULL OR standing.known_to > ?))`,
  values: [token, upTo, upTo],
})
