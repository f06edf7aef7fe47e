import type { Views } from '../open-views.ts'
import type { Projection } from './projection.ts'

/** Persons in whose files something describes this one. */
export const filesMentioning = (views: Views, person: string): string[] =>
  views
    .statement('SELECT file FROM mentions WHERE person = ?')
    .all(person)
    .map(({ file }) => String(file))

/** Which files hold something that is sealed for another person: they are folded anew when that person is erased. */
export const mentions: Projection = {
  name: 'mentions',
  tables: `
  CREATE TABLE IF NOT EXISTS mentions (person TEXT NOT NULL, file TEXT NOT NULL, PRIMARY KEY (person, file))
    STRICT, WITHOUT ROWID;
`,
  indexes: '',
  apply: {
    opened: (views, { person, others }) => {
      for (const other of others) views.statement('INSERT OR IGNORE INTO mentions VALUES (?, ?)').run(other, person)
    },
    // Nobody can read any more what that file holds.
    erased: (views, person) => {
      views.statement('DELETE FROM mentions WHERE file = ?').run(person)
    },
  },
}
