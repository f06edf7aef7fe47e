import { readSettings, type Settings, settingsText, type VariableName, type Wanted } from './settings.ts'

/** A service that listens. */
export type RunningService = {
  url: string
  stop(): Promise<void>
  /** Builds its views anew while the old ones are answered from; at SIGUSR2. */
  rebuildViews?(): Promise<void>
}

/** A service as a process runs it. */
export type ServiceDefinition<Needed extends VariableName, Other extends VariableName> = {
  name: string
  /** What it does, in a line. */
  says: string
  settings: Wanted<Needed, Other>
  /** Arguments that its program has read; what stands behind them is refused. */
  read?: readonly string[]
  /** What its program takes beside `--help`, in a line. */
  takes?: string
  /** `onCrash`: something in it has ended by itself, and the process should. */
  start(settings: Settings<Needed, Other>, onCrash: (reason: string) => void): Promise<RunningService>
  /** What is told once it listens; default its address. */
  greeting?(service: RunningService): string
}

/** A port that is taken says so in the words of the operating system. */
const hintOf = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? '; set PORT to another one, or stop what listens there' : ''

const hardStopMs = 15_000

/**
 * Runs a service as this process: `--help`, settings from the environment, a line that says why it does not start, a
 * graceful stop at SIGINT or SIGTERM with a hard one behind it. A `main.ts` hands over its process.
 */
export const runService = async <Needed extends VariableName, Other extends VariableName>(
  service: ServiceDefinition<Needed, Other>,
  host: NodeJS.Process,
): Promise<void> => {
  const { name, says, settings, read = [], takes } = service
  const [asked] = host.argv.slice(2 + read.length)
  if (asked !== undefined) {
    const help = asked === '--help' || asked === '-h'
    const other = takes === undefined ? '' : `, and ${takes}`
    const text = `${name}: ${says}\nIt takes no arguments but --help${other}.\n\n${settingsText(settings)}\n`
    ;(help ? host.stdout : host.stderr).write(text)
    host.exit(help ? 0 : 2)
  }
  const onCrash = (reason: string) => {
    host.stderr.write(`${name} ends: ${reason}\n`)
    host.exit(1)
  }
  const start = async () => service.start(readSettings(settings, host.env), onCrash)
  const running = await start().catch((error: unknown) => {
    // A stack would bury what is wrong and what to do.
    host.stderr.write(
      `${name} does not start: ${error instanceof Error ? error.message : String(error)}${hintOf(error)}\n`,
    )
    return host.exit(1)
  })
  let stopping = false
  const stop = async () => {
    if (stopping) host.exit(1)
    stopping = true
    setTimeout(() => host.exit(1), hardStopMs).unref()
    await running.stop().catch((error: unknown) => onCrash(`it could not be stopped in order: ${error}`))
  }
  if (running.rebuildViews)
    host.on('SIGUSR2', () => {
      running
        .rebuildViews?.()
        .catch((error: unknown) => host.stderr.write(`${name}: the views were not built anew: ${error}\n`))
    })
  host.on('SIGINT', stop)
  host.on('SIGTERM', stop)
  // Who reads it may send signals from here on.
  host.stdout.write(`${service.greeting?.(running) ?? `${name} answers at ${running.url}`}\n`)
}
