import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A service of the hub that runs as a process of its own. */
export type ServiceProcess = { name: string; url: string; pid: number; stop(): Promise<void> }

const hardStopMs = 20_000

const end = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const tooLate = setTimeout(() => child.kill('SIGKILL'), hardStopMs)
  await exit
  clearTimeout(tooLate)
}

/** A service to start: by default from the workspace of its name, in this repository. */
export type StartedService = {
  name: string
  workspace?: string
  /** A folder that has the workspace in its own `node_modules`, as an image has. */
  installedIn?: string | undefined
}

/** Starts the main file of a service; resolves when it tells its address. `onEnd` is called when it ends by itself. */
export const startService = async (
  { name, workspace = name, installedIn }: StartedService,
  env: Readonly<Record<string, string>>,
  onEnd: (reason: string) => void,
): Promise<ServiceProcess> => {
  const main =
    installedIn === undefined
      ? fileURLToPath(import.meta.resolve(`@hub/${workspace}/main.ts`))
      : join(installedIn, 'node_modules/@hub', workspace, 'src/main.ts')
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whoever started it may end at once, too; nothing is left behind then.
  const endWithUs = () => child.kill('SIGTERM')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [address] = /http:\/\/\S+/.exec(line) ?? []
      if (address === undefined) process.stderr.write(`${line}\n`)
      else resolve(address)
    })
    child.once('exit', () => reject(new Error(`${name} did not start`)))
  })
  let stopping = false
  child.once('exit', (code) => stopping || onEnd(`${name} ended (${code})`))
  return {
    name,
    url,
    pid: child.pid!,
    stop: async () => {
      stopping = true
      await end(child)
    },
  }
}
