import type { Views } from './open-views.ts'
import type { ParsedEvent } from './read-fact.ts'

/** Writes by what an event says that it was caused: an event id of the store, or `<source>#<id>`. */
export const writeCausation = (views: Views, { metadata, ordinal }: ParsedEvent): void => {
  if (metadata.causationid !== undefined)
    views.statement('INSERT INTO causations (ordinal, cause) VALUES (?, ?)').run(ordinal, metadata.causationid)
}
