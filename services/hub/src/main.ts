import '@hub/runtime/node-version.ts'
import { startHub } from './hub.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env)
const hub = await startHub({
  ...settings,
  onCrash: (reason) => {
    process.stderr.write(`the hub ends: ${reason}\n`)
    process.exit(1)
  },
})
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
