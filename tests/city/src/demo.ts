import '@hub/runtime/node-version.ts'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHub } from '@hub/hub/hub.ts'
import { firstDay } from './calendar.ts'
import { type DemoOptions, readDemoOptions } from './demo-options.ts'
import { progressBar } from './demo-progress.ts'
import { falseDeathText, reportRows, reportTable, veteranText } from './demo-report.ts'
import { expectedFigures } from './expected-figures.ts'
import { type Population, population } from './inhabitant.ts'
import { type Played, PlayingStopped } from './play.ts'
import { playInThread } from './player.ts'
import { type SpreadHub, startSpreadHub } from './spread-hub.ts'
import { falselyDeclaredDead } from './stories/false-death.ts'

const options = readDemoOptions(process.argv)
const print = (text: string) => process.stdout.write(`${text}\n`)
const stopping = new AbortController()

/** What was wrong, where, what to do. */
const complain = (text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

const folderFor = ({ data }: DemoOptions): string => {
  if (data === undefined) return mkdtempSync(join(tmpdir(), 'hub-demo-'))
  if (existsSync(data) && readdirSync(data).length > 0)
    complain(
      `${data} is not empty: name a new folder with --data, for a city is played from its first day（数据目录非空，请另指定）`,
    )
  return data
}

const dataFolder = folderFor(options)
/** One process or many: the city does not see which. */
type PlayedHub = SpreadHub

let hub: PlayedHub | undefined

const end = async (code: number): Promise<never> => {
  await hub?.stop()
  if (options.data === undefined) rmSync(dataFolder, { recursive: true, force: true })
  process.exit(code)
}

const start = async (): Promise<PlayedHub> => {
  const { port, logLevel } = options
  const simulatedFrom = Date.parse(`${firstDay}T00:00:00.000Z`)
  const onCrash = (reason: string) => complain(`the hub ended: ${reason}`)
  try {
    if (options.kafka)
      return await startSpreadHub({ folder: dataFolder, port, logLevel, simulatedFrom, onCrash, tell: print })
    return await startHub({ dataFolder, host: '127.0.0.1', port, logLevel, simulatedFrom, onCrash })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    if (options.data === undefined) rmSync(dataFolder, { recursive: true, force: true })
    return complain(
      `port ${options.port} is taken: choose another with --port, or --port 0 for a free one（端口被占用）`,
    )
  }
}

const playCity = async ({ url, visible }: PlayedHub): Promise<Played> => {
  const bar = progressBar()
  const started = Date.now()
  const city = { seed: options.seed, persons: options.persons, scale: options.scale }
  let played: Played
  try {
    played = await playInThread({ url, city }, { onTotal: bar.start, onProgress: bar.update, signal: stopping.signal })
  } finally {
    bar.stop()
  }
  await visible()
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  print(`${played.accepted} accepted, ${played.refused} refused as they had to be, all visible after ${seconds} s\n`)
  for (const [answer, times] of Object.entries(played.unexpected)) print(`unexpected ${times} × ${answer}`)
  return played
}

const report = async ({ url }: PlayedHub, people: Population): Promise<boolean> => {
  const rows = await reportRows(url, expectedFigures({ ...people, scale: options.scale }))
  print(reportTable(rows, url))
  const { citizenNumber } = falselyDeclaredDead(people)
  print(await veteranText(url, citizenNumber))
  print(await falseDeathText(url, citizenNumber))
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
  return rows.every((row) => row.equal)
}

const run = async () => {
  const people = population(options)
  hub = await start()
  print(`${people.veterans.length} veterans, ${people.families.length} family members; data in ${dataFolder}`)
  const played = await playCity(hub)
  const equal = await report(hub, people)
  print(`\n  GraphQL  ${hub.url}/graphql\n  OpenAPI  ${hub.url}/openapi.json\n  data     ${dataFolder}`)
  if (options.exit) await end(equal && Object.keys(played.unexpected).length === 0 ? 0 : 1)
  print('  Ctrl-C ends it')
  if (stopping.signal.aborted) await end(0)
  stopping.signal.addEventListener('abort', () => void end(0))
}

const interrupted = () => {
  // A second one does not wait for anything to end well.
  if (stopping.signal.aborted) process.exit(130)
  stopping.abort()
}
process.on('SIGINT', interrupted)
process.on('SIGTERM', interrupted)

run().catch((error: unknown) => {
  if (error instanceof PlayingStopped) return end(130)
  process.stderr.write(`the demo failed: ${error instanceof Error ? error.message : String(error)}\n`)
  return end(1)
})
