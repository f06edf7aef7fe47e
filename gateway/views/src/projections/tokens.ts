import { isDeepStrictEqual } from 'node:util'
import { namesOf, tokensOfFile } from '../search-tokens.ts'
import type { Projection } from './projection.ts'

/** By what persons are found: keyed hashes of their names. Without the person's key there are none. */
export const tokens: Projection = {
  name: 'tokens',
  tables: `
  CREATE TABLE IF NOT EXISTS tokens (token TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (token, person))
    STRICT, WITHOUT ROWID;
`,
  indexes: `
  CREATE INDEX IF NOT EXISTS tokens_by_person ON tokens (person);
`,
  apply: {
    file: (views, { file, key, searchKey, before }) => {
      // Written only for names that changed.
      if (before && key && isDeepStrictEqual(namesOf(before), namesOf(file))) return
      views.statement('DELETE FROM tokens WHERE person = ?').run(file.personId)
      if (!key) return
      for (const token of tokensOfFile(searchKey, file))
        views.statement('INSERT OR IGNORE INTO tokens VALUES (?, ?)').run(token, file.personId)
    },
  },
  building: {
    tables: 'CREATE TABLE aside.tokens (token TEXT NOT NULL, person TEXT NOT NULL) STRICT;',
    file: (views, { file, key, searchKey }) => {
      if (!key) return
      for (const token of tokensOfFile(searchKey, file))
        views.statement('INSERT INTO aside.tokens VALUES (?, ?)').run(token, file.personId)
    },
    done: (views) =>
      views.database.exec('INSERT INTO tokens SELECT DISTINCT token, person FROM aside.tokens ORDER BY token, person'),
  },
}
