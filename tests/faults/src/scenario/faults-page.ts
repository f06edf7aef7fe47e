import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { kafkaVersion } from '@hub/local/kafka-jars.ts'
import type { Row } from './scenario.ts'

const page = fileURLToPath(new URL('../../../../docs/faults.md', import.meta.url))

const cells = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`
const headings = ['fault', 'what was seen', 'submissions', 'events in', 'recorded', 'lost', 'doubled', 'seconds']

/** The table of a whole run, as a page. */
export const faultsPage = (rows: readonly Row[], at: Date): string => `# Faults

Written by \`npm run test:long\`, on ${at.toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node
${process.versions.node}, Kafka ${kafkaVersion}, PostgreSQL 18, and the stand-in for EventStoreDB over the embedded store.

While each fault happens, four departments submit to a hub whose services are processes of their own; a third of what
they submit is sent again, altered, or a correction that comes before its fact. At the end of each the store is held against
what was acknowledged: every event once, in order for each source and stream, with its content, nothing else; up to
a thousand receipts, drawn evenly, tell the truth; the views are equal to views built anew. _Submissions_ counts every try, _events in_ the
different facts that were acknowledged.

${cells(headings)}
${cells(headings.map(() => '---'))}
${rows
  .map(({ fault, seen, submissions, events, recorded, lost, doubled, seconds }) =>
    cells([fault, seen, submissions, events, recorded, lost, doubled, seconds]),
  )
  .join('\n')}
`

/** Writes the page of a whole run. */
export const writeFaultsPage = (rows: readonly Row[]): void => writeFileSync(page, faultsPage(rows, new Date()))
