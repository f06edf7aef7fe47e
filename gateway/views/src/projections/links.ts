import { isHubSource } from '@hub/schemas/envelope.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import type { Views } from '../open-views.ts'
import type { ParsedEvent } from '../read-fact.ts'
import type { Projection } from './projection.ts'

const personsNamed = (data: Readonly<Record<string, unknown>>): string[] =>
  (Array.isArray(data.persons) ? data.persons : [])
    .map((person: unknown) => (typeof person === 'string' ? person : personIdOf(person)))
    .filter((person) => person !== undefined)
    .sort()

/** Two person ids found to be one person, or found not to be. */
const writeLink = (views: Views, { data, stored, metadata, ordinal }: ParsedEvent): void => {
  if (!isHubSource(metadata.source)) return
  const linked = stored.type.startsWith('hub.IdentityLinked.')
  if (!linked && !stored.type.startsWith('hub.IdentityUnlinked.')) return
  const [first, ...others] = personsNamed(data)
  if (first === undefined) return
  for (const other of others) {
    views
      .statement('UPDATE links SET known_to = ? WHERE a = ? AND b = ? AND known_to IS NULL')
      .run(ordinal, first, other)
    if (linked) views.statement('INSERT INTO links (a, b, known_from) VALUES (?, ?, ?)').run(first, other, ordinal)
  }
}

/** Which person ids were found to be one person, from which ordinal on and until which one. */
export const links: Projection = {
  name: 'links',
  tables: `
  CREATE TABLE IF NOT EXISTS links (
    a TEXT NOT NULL, b TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER, PRIMARY KEY (a, b, known_from)
  ) STRICT, WITHOUT ROWID;
`,
  indexes: `
  CREATE INDEX IF NOT EXISTS links_by_b ON links (b);
`,
  apply: { event: writeLink },
}
