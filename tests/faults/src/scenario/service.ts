import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serviceMetric } from '@hub/city/service-metric.ts'
import { freePort } from '@hub/local/free-port.ts'
import { until } from '../until.ts'

export type Environment = Readonly<Record<string, string>>

/** A service of the hub as a process of its own, started again whenever it ends by itself, as an orchestrator does. */
export type Service = {
  readonly name: string
  readonly url: string
  /** How often it has ended by itself. */
  ended(): number
  /** Resolves when it answers; `more` goes into its environment from now on. */
  start(more?: Environment): Promise<void>
  /** Ends it where it stands; it stays away. */
  kill(): Promise<void>
  /** Lets it end in order; it stays away. */
  stop(): Promise<void>
  signal(signal: NodeJS.Signals): void
  /** A number of its `/metrics`: the sum over labels of the lines that begin so; NaN while it does not answer. */
  metric(start: string): Promise<number>
  isReady(): Promise<boolean>
}

const hardStopMs = 20_000
const againAfterMs = 200
const lastLines = 15

// Whoever started them may end at once, too; nothing is left behind then.
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Opens a service's main file (`@hub/<module>`) on a port of its own; it does not run yet. */
export const openService = async (name: string, module: string, environment: Environment): Promise<Service> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = fileURLToPath(import.meta.resolve(`@hub/${module}`))
  let env: Environment = { HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', ...environment }
  let child: ChildProcess | undefined
  let [wanted, ended] = [false, 0]
  const said: string[] = []

  const run = () => {
    const own = spawn(process.execPath, [program], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = own
    running.add(own)
    for (const output of [own.stdout, own.stderr])
      createInterface({ input: output }).on('line', (line) => said.splice(0, said.push(line) - lastLines))
    own.once('exit', () => {
      running.delete(own)
      if (!wanted || child !== own) return
      ended += 1
      setTimeout(() => wanted && child === own && run(), againAfterMs)
    })
  }

  const end = async (signal: NodeJS.Signals) => {
    wanted = false
    const own = child
    if (!own || own.exitCode !== null || own.signalCode !== null) return
    const exit = once(own, 'exit')
    own.kill(signal)
    const tooLate = setTimeout(() => own.kill('SIGKILL'), hardStopMs)
    await exit
    clearTimeout(tooLate)
  }
  const get = (path: string) => fetch(url + path, { signal: AbortSignal.timeout(5_000) })

  return {
    name,
    url,
    ended: () => ended,
    start: async (more = {}) => {
      env = { ...env, ...more }
      wanted = true
      run()
      await until(`${name}`, async () => (await get('/health/live')).ok).catch((cause) => {
        throw new Error(`${name} does not answer:\n${said.join('\n')}`, { cause })
      })
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    signal: (signal) => void child?.kill(signal),
    metric: (start) => serviceMetric(url, start).catch(() => Number.NaN),
    isReady: async () => (await get('/health/ready').catch(() => undefined))?.ok === true,
  }
}
