import '@hub/runtime/node-version.ts'
import { existsSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { EngineFailed } from './engine-process.ts'
import { type EngineName, engineNames, enginesDown, engineUp } from './engines.ts'

const variables: Record<EngineName, string> = { kafka: 'BROKER_URL', postgres: 'KEYS_URL' }

const portOf = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new InvalidArgumentError('a port is a whole number from 1 to 65535.')
}

const up = async (options: { data: string; kafkaPort?: number; postgresPort?: number; only?: string }) => {
  const ports = { kafka: options.kafkaPort, postgres: options.postgresPort }
  for (const name of engineNames.filter((one) => options.only === undefined || options.only === one)) {
    process.stderr.write(`starting ${name} …\n`)
    const port = ports[name] === undefined ? {} : { port: ports[name] }
    process.stdout.write(`export ${variables[name]}=${await engineUp(name, { folder: options.data, ...port })}\n`)
  }
}

const down = async ({ data }: { data: string }) => {
  const stopped = existsSync(data) ? await enginesDown(data) : []
  process.stdout.write(stopped.length === 0 ? `nothing runs in ${data}\n` : `stopped: ${stopped.join(', ')}\n`)
}

const program = new Command('engines').description(
  'A real Kafka and a real PostgreSQL on this machine, without Docker.',
)
const data = ['--data <folder>', 'folder of their data, logs and pids', './data/engines'] as const
program
  .command('up')
  .description('Starts what does not run yet, and prints the variables that point the hub to it.')
  .option(...data)
  .option('--kafka-port <port>', 'default: a free one', portOf)
  .option('--postgres-port <port>', 'default: a free one', portOf)
  .option('--only <engine>', `one of them: ${engineNames.join(', ')}`)
  .action(up)
program
  .command('down')
  .description('Stops what runs in the folder, and nothing else. The data stays.')
  .option(...data)
  .action(down)

await program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof EngineFailed)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
