import { writeFileSync } from 'node:fs'
import { startHub } from '@hub/hub/hub.ts'
import { firstDay } from './calendar.ts'
import type { DemoOptions } from './demo-options.ts'
import { progressBar } from './demo-progress.ts'
import { falseDeathText, reportRows, reportTable, veteranText } from './demo-report.ts'
import { expectedFigures } from './expected-figures.ts'
import { type Population, population } from './inhabitant.ts'
import type { Played } from './play.ts'
import { playInThread } from './player.ts'
import { PlayingStopped } from './playing-stopped.ts'
import { type SpreadHub, startSpreadHub } from './spread-hub.ts'
import { falselyDeclaredDead } from './stories/false-death.ts'

/** A hub in one process or in many: the city does not see which. */
export type PlayedHub = Pick<SpreadHub, 'url' | 'visible' | 'stop'>

/** What a demonstration is given. */
export type Demonstration = {
  options: DemoOptions
  dataFolder: string
  /** Stops the playing. */
  signal: AbortSignal
  print: (text: string) => void
  /** Told of the hub once it runs: it is to be stopped in the end. */
  onHub: (hub: PlayedHub) => void
  onCrash: (reason: string) => void
}

const start = ({ options, dataFolder, print, onCrash }: Demonstration): Promise<PlayedHub> => {
  const { port, logLevel, kafka } = options
  const simulatedFrom = Date.parse(`${firstDay}T00:00:00.000Z`)
  return kafka
    ? startSpreadHub({ folder: dataFolder, port, logLevel, simulatedFrom, onCrash, tell: print })
    : startHub({ dataFolder, host: '127.0.0.1', port, logLevel, simulatedFrom, onCrash })
}

const stoppedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new PlayingStopped('stopped')), { once: true }),
  )

const playCity = async ({ url, visible }: PlayedHub, { options, signal, print }: Demonstration): Promise<Played> => {
  const bar = progressBar()
  const started = Date.now()
  const { seed, persons, scale } = options
  let played: Played
  try {
    played = await playInThread(
      { url, city: { seed, persons, scale } },
      { onTotal: bar.start, onProgress: bar.update, signal },
    )
  } finally {
    bar.stop()
  }
  await Promise.race([visible(), stoppedBy(signal)])
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const surprises = Object.entries(played.unexpected)
  const asMeant = surprises.length === 0 ? ' as they had to be' : ''
  print(`${played.accepted} accepted, ${played.refused} refused${asMeant}, all visible after ${seconds} s\n`)
  const { recorded, duplicates, rejected } = played.ends
  print(`of those accepted: ${recorded} recorded, ${duplicates} there before, ${rejected} rejected\n`)
  for (const [answer, times] of surprises) print(`unexpected ${times} × ${answer}`)
  return played
}

const report = async ({ url }: PlayedHub, people: Population, { options, print }: Demonstration): Promise<boolean> => {
  const rows = await reportRows(url, expectedFigures({ ...people, scale: options.scale, seed: options.seed }))
  print(reportTable(rows, url))
  const { citizenNumber } = falselyDeclaredDead(people)
  print(await veteranText(url, citizenNumber))
  print(await falseDeathText(url, citizenNumber))
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
  return rows.every((row) => row.equal)
}

/**
 * Starts the hub, plays the city to it, and prints what came of it; the hub goes on serving. Whether every answer and
 * every figure was as it had to be. @throws {PlayingStopped}
 */
export const demonstrate = async (demonstration: Demonstration): Promise<boolean> => {
  const { options, dataFolder, print, onHub } = demonstration
  const people = population(options)
  const hub = await start(demonstration)
  onHub(hub)
  print(`${people.veterans.length} veterans, ${people.families.length} family members; data in ${dataFolder}`)
  const played = await playCity(hub, demonstration)
  const equal = await report(hub, people, demonstration)
  print(`\n  GraphQL  ${hub.url}/graphql\n  OpenAPI  ${hub.url}/openapi.json\n  data     ${dataFolder}`)
  return equal && Object.keys(played.unexpected).length === 0
}
