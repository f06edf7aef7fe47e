import { Command, InvalidArgumentError, Option } from 'commander'
import { fewestPersons, type Scale, shortScale, wholeScale } from './scale.ts'

/** What the demo was asked for. */
export type DemoOptions = {
  persons: number
  scale: Scale
  seed: number
  port: number
  exit: boolean
  json: string | undefined
  /** The folder to keep the data in; a temporary one where nothing is said. */
  data: string | undefined
  logLevel: string
  /** On Kafka, PostgreSQL and EventStoreDB, each service a process of its own. */
  kafka: boolean
}

const most = 200_000
const logLevels = ['silent', 'error', 'warn', 'info']

const whole = (least: number, greatest: number) => (text: string) => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > greatest)
    throw new InvalidArgumentError(`a whole number from ${least} to ${greatest} is needed（须为该范围内的整数）`)
  return value
}

/** Reads the command line; prints help or what is wrong, and ends the process then. */
export const readDemoOptions = (argv: readonly string[]): DemoOptions => {
  const read = new Command('npm run demo --')
    .description('Starts the hub on a new data folder, plays the sample city, and shows what came of it.')
    .option('--persons <n>', `inhabitants, ${fewestPersons} to ${most} (default 6000)`, whole(fewestPersons, most))
    .option('--short', `a smaller city: ${fewestPersons} inhabitants, fewer matters, fairs and screenings`)
    .option('--seed <n>', 'another city', whole(0, 0xffff_ffff), 1)
    .option('--port <n>', 'port of the hub, 0 for a free one', whole(0, 65_535), 4_000)
    .option('--exit', 'end after the report: 0 when every figure is equal, else 1')
    .option('--json <file>', 'write every figure with expected and counted')
    .option('--data <folder>', 'keep the data in this folder, which must be new or empty')
    .option('--kafka', 'through a real Kafka and PostgreSQL, each service a process of its own')
    .addOption(new Option('--log <level>', 'what the hub logs').choices(logLevels).default('warn'))
    .parse(argv)
    .opts<{
      persons?: number
      short?: true
      seed: number
      port: number
      exit?: true
      json?: string
      data?: string
      log: string
      kafka?: true
    }>()
  return {
    persons: read.persons ?? (read.short ? fewestPersons : 6_000),
    scale: read.short ? shortScale : wholeScale,
    seed: read.seed,
    port: read.port,
    exit: read.exit === true,
    json: read.json,
    data: read.data,
    logLevel: read.log,
    kafka: read.kafka === true,
  }
}
