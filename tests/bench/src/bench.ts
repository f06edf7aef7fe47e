import '@hub/runtime/node-version.ts'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import Table from 'cli-table3'
import { Command } from 'commander'
import { idleRow, idleServicesRow } from './idle-row.ts'
import { intakeCoresRow } from './intake-cores-row.ts'
import { intakeRow } from './intake-row.ts'
import { kafkaIntakeOfHundreds, kafkaIntakeOfOnes } from './kafka-intake-row.ts'
import { kafkaRecorderRow } from './kafka-recorder-row.ts'
import { kafkaVisibleRow } from './kafka-visible-row.ts'
import { lateFactRow } from './late-fact-row.ts'
import { listRow } from './list-row.ts'
import { manyStreamsRow } from './many-streams-row.ts'
import { type Result, runRow } from './measure.ts'
import { ndjsonMemoryRow } from './ndjson-memory-row.ts'
import { pastFileRow } from './past-file-row.ts'
import { rebuildMemoryRow } from './rebuild-memory-row.ts'
import { rebuildRow } from './rebuild-row.ts'
import { recorderRow } from './recorder-row.ts'
import { recordersRow } from './recorders-row.ts'
import { replayRow } from './replay-row.ts'
import { reportRow } from './report-row.ts'
import { sheetDryRunRow } from './sheet-dry-run-row.ts'
import { storeAdapterRow } from './store-adapter-row.ts'
import { submitRow } from './submit-row.ts'
import { subscribersRow } from './subscribers-row.ts'
import { veteranMercuriusRow } from './veteran-mercurius-row.ts'
import { veteranRow } from './veteran-row.ts'
import { visibleRow } from './visible-row.ts'
import { xlsxRow } from './xlsx-row.ts'

const rows = [
  intakeRow,
  recorderRow,
  veteranRow,
  rebuildRow,
  reportRow,
  storeAdapterRow,
  idleRow,
  kafkaRecorderRow,
  kafkaIntakeOfOnes,
  kafkaIntakeOfHundreds,
  // One a line: rows are added by many.
  xlsxRow,
  lateFactRow,
  ndjsonMemoryRow,
  rebuildMemoryRow,
  visibleRow,
  manyStreamsRow,
  listRow,
  pastFileRow,
  replayRow,
  kafkaVisibleRow,
  recordersRow,
  idleServicesRow,
  veteranMercuriusRow,
  subscribersRow,
  intakeCoresRow,
  sheetDryRunRow,
  submitRow,
]

const options = new Command('bench')
  .description('Measures the hub against limits and peers in the same run; medians.')
  .option('--row <name>', `one row: ${rows.map((row) => row.name).join(', ')}`)
  .option('--json <file>', 'write the results')
  .parse()
  .opts<{ row?: string; json?: string }>()

const chosen = rows.filter((row) => options.row === undefined || row.name === options.row)
if (chosen.length === 0) {
  process.stderr.write(`no row is called so; there are: ${rows.map((row) => row.name).join(', ')}\n`)
  process.exit(2)
}
const results: Result[] = []
for (const row of chosen) {
  process.stderr.write(`${row.name} …\n`)
  results.push(await runRow(row))
}
const table = new Table({ head: ['row', 'value', 'reach', 'ok', 'details'], style: { head: [], border: [] } })
for (const result of results)
  table.push([
    result.name,
    `${result.value} ${result.unit}`,
    result.reach,
    result.ok ? 'yes' : 'no',
    Object.entries(result.details)
      .map(([name, value]) => `${name} ${value}`)
      .join('\n'),
  ])
process.stdout.write(`${table.toString()}\n`)
const machine = `${cpus().length} cores, Node ${process.version}`
if (options.json)
  writeFileSync(options.json, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`)
process.exitCode = results.every((result) => result.ok) ? 0 : 1
