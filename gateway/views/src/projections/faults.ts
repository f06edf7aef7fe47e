import type { Views } from '../open-views.ts'
import type { FaultyEvent } from '../read-fact.ts'
import type { Projection } from './projection.ts'

const boxDamaged: FaultyEvent['fault'] = 'DAMAGED'

const write = (views: Views, { ordinal, stream, revision, fault }: FaultyEvent) =>
  views
    .statement('INSERT OR REPLACE INTO faults (ordinal, stream, revision, fault) VALUES (?, ?, ?, ?)')
    .run(ordinal, stream, revision, fault)

/** Events of the store that are not what was admitted, and those whose box is damaged: for the doctor and who verifies. */
export const faults: Projection = {
  name: 'faults',
  tables: `
  CREATE TABLE IF NOT EXISTS faults (
    ordinal INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, fault TEXT NOT NULL
  ) STRICT;
`,
  indexes: '',
  apply: {
    faulty: write,
    opened: (views, { fact: { ordinal, stream, revision, lost } }) => {
      if (lost === 'damaged') write(views, { ordinal, stream, revision, fault: boxDamaged })
    },
  },
}

/** How many events of the store are faulty. */
export const countFaults = (views: Pick<Views, 'statement'>): number =>
  Number(views.statement('SELECT count(*) AS n FROM faults').get()?.n)

/** The first faulty events of the store, in its order. */
export const readFaults = (views: Pick<Views, 'statement'>, most: number): readonly FaultyEvent[] =>
  views.statement('SELECT ordinal, stream, revision, fault FROM faults ORDER BY ordinal LIMIT ?').all(most) as never
