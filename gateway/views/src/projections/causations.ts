import type { Projection } from './projection.ts'

/** By what each event says that it was caused: an event id of the store, or `<source>#<id>`. */
export const causations: Projection = {
  name: 'causations',
  tables: `
  CREATE TABLE IF NOT EXISTS causations (ordinal INTEGER PRIMARY KEY, cause TEXT NOT NULL) STRICT;
`,
  indexes: `
  CREATE INDEX IF NOT EXISTS causations_by_cause ON causations (cause);
`,
  apply: {
    event: (views, { metadata, ordinal }) => {
      if (metadata.causationid !== undefined)
        views.statement('INSERT INTO causations (ordinal, cause) VALUES (?, ?)').run(ordinal, metadata.causationid)
    },
  },
}
