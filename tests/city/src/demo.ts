import '@hub/runtime/node-version.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hub, startHub } from '@hub/hub/hub.ts'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { firstDay } from './city.ts'
import { falseDeathText, reportRows, reportTable, veteranText } from './demo-report.ts'
import { expectedFigures } from './expected-figures.ts'
import { play } from './play.ts'
import { sampleCity } from './sample-city.ts'
import { falselyDeclaredDead } from './stories/false-death.ts'
import { malformedCount } from './stories/what-goes-wrong.ts'

const options = new Command('demo')
  .description('Starts the hub on a new data folder, plays the sample city, and shows what came of it.')
  .option('--persons <n>', 'inhabitants', (text) => Number(text), 6000)
  .option('--short', 'a smaller city')
  .option('--seed <n>', 'another city', (text) => Number(text), 1)
  .option('--port <n>', 'port of the hub', (text) => Number(text), 4000)
  .option('--exit', 'end after the report')
  .option('--json <file>', 'write every figure with expected and counted')
  .option('--data <folder>', 'keep the data here (a new folder)')
  .parse()
  .opts<{
    persons: number
    short?: boolean
    seed: number
    port: number
    exit?: boolean
    json?: string
    data?: string
  }>()

const print = (text: string) => process.stdout.write(`${text}\n`)
const dataFolder = options.data ?? mkdtempSync(join(tmpdir(), 'hub-demo-'))
let hub: Hub | undefined

const stop = async (code: number) => {
  await hub?.stop()
  if (options.data === undefined) rmSync(dataFolder, { recursive: true, force: true })
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

const run = async () => {
  hub = await startHub({
    dataFolder,
    host: '127.0.0.1',
    port: options.port,
    logLevel: 'warn',
    simulatedFrom: Date.parse(`${firstDay}T00:00:00.000Z`),
    onCrash: (reason) => {
      process.stderr.write(`the hub ended: ${reason}\n`)
      process.exit(1)
    },
  })
  const city = sampleCity({ seed: options.seed, persons: options.short ? 1_500 : options.persons })
  print(`${city.veterans.length} veterans, ${city.families.length} family members, ${city.submissions.length} events`)
  const started = Date.now()
  const bar = new SingleBar({ format: '{bar} {percentage}% | {day} | {value}/{total} | {rate} events/s' })
  bar.start(city.submissions.length, 0, { day: firstDay, rate: 0 })
  const played = await play(hub.url, city.submissions, ({ sent, day }) =>
    bar.update(sent, { day, rate: Math.round((sent * 1000) / (Date.now() - started)) }),
  )
  bar.stop()
  const faults = Map.groupBy(played.faults, (fault) => fault)
  for (const [fault, all] of [...faults].slice(0, 20)) print(`refused ${all.length} × ${fault}`)
  await hub.visible()
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  print(
    `${played.accepted} accepted, ${played.refused} refused (${malformedCount} were malformed), all visible after ${seconds} s\n`,
  )

  const rows = await reportRows(hub.url, expectedFigures(city))
  print(reportTable(rows))
  const { citizenNumber } = falselyDeclaredDead(city)
  print(await veteranText(hub.url, citizenNumber))
  print(await falseDeathText(hub.url, citizenNumber))
  print(`\n  GraphQL  ${hub.url}/graphql\n  OpenAPI  ${hub.url}/openapi.json\n  data     ${dataFolder}`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
  if (options.exit) await stop(played.refused === malformedCount && rows.every((row) => row.equal) ? 0 : 1)
  print('  Ctrl-C ends it')
}

run().catch((error: unknown) => {
  process.stderr.write(`the demo failed: ${error instanceof Error ? error.message : String(error)}\n`)
  void stop(1)
})
