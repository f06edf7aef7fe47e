import '@hub/runtime/node-version.ts'
import { startHub } from './hub.ts'
import { readSettings } from './settings.ts'

/** What went wrong and what to do, in a line; a stack would bury it. */
const failed = (error: unknown): never => {
  const { message, code } = error as NodeJS.ErrnoException
  const hint = code === 'EADDRINUSE' ? '; set PORT to another one, or stop what listens there' : ''
  process.stderr.write(`the hub does not start: ${message}${hint}\n`)
  process.exit(1)
}

const start = async () =>
  startHub({
    ...readSettings(process.env),
    onRebuild: ({ step, done, total }) => {
      if (done > 1)
        process.stderr.write(`building the views: ${step} ${done}${total === undefined ? '' : `/${total}`}\n`)
    },
    onCrash: (reason) => {
      process.stderr.write(`the hub ends: ${reason}\n`)
      process.exit(1)
    },
  })

const hub = await start().catch(failed)
process.stdout.write(
  `The hub answers at ${hub.url}\n` +
    `  submit  POST ${hub.url}/<department>/events\n` +
    `  query   ${hub.url}/graphql\n` +
    `  stop    Ctrl-C\n`,
)
let stopping = false
const stop = async () => {
  if (stopping) process.exit(1)
  stopping = true
  const hard = setTimeout(() => process.exit(1), 15_000)
  hard.unref()
  await hub.stop()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
