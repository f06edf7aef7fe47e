import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { KeyedNumber } from '@hub/schemas/number-kinds.ts'
import { openDataOf, type ParsedEvent } from '../read-fact.ts'
import type { Projection } from './projection.ts'

/** The numbers that an event names, each once. */
const numbersIn = (event: ParsedEvent): readonly KeyedNumber[] => {
  const fields = lookUpType(event.stored.type)?.definition.openFields ?? []
  if (!fields.some(({ as }) => as?.form === 'token')) return []
  const open = openDataOf(event)
  const named = fields.flatMap(({ field, as }) =>
    as?.form === 'token' && open[field] !== undefined
      ? [open[field]].flat().map((token) => ({ kind: as.of, token: String(token) }))
      : [],
  )
  return named.filter(({ token }, at) => named.findIndex((other) => other.token === token) === at)
}

/**
 * Which events name one order, account, card, certificate or marriage: their keyed hashes, which lie open in the store
 * and stay when a person is erased.
 */
export const numbers: Projection = {
  name: 'numbers',
  tables: `
  CREATE TABLE IF NOT EXISTS numbers (token TEXT NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL) STRICT;
`,
  indexes: `
  CREATE UNIQUE INDEX IF NOT EXISTS numbers_by_token ON numbers (token, ordinal);
  CREATE INDEX IF NOT EXISTS numbers_by_ordinal ON numbers (ordinal);
`,
  apply: {
    event: (views, event) => {
      for (const { kind, token } of numbersIn(event))
        views.statement('INSERT INTO numbers VALUES (?, ?, ?)').run(token, event.ordinal, kind)
    },
  },
}
