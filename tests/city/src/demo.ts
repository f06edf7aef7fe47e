import '@hub/runtime/node-version.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDemoOptions } from './demo-options.ts'
import { DemoRefused, requireAllWell } from './demo-refusals.ts'
import type { PlayedHub } from './demonstrate.ts'
import { PlayingStopped } from './playing-stopped.ts'

const options = readDemoOptions(process.argv)
const print = (text: string) => process.stdout.write(`${text}\n`)
const stopping = new AbortController()
let hub: PlayedHub | undefined
let temporaryFolder: string | undefined

const clear = () => {
  if (temporaryFolder !== undefined) rmSync(temporaryFolder, { recursive: true, force: true })
}

const end = async (code: number): Promise<never> => {
  await hub?.stop()
  clear()
  process.exit(code)
}

const interrupted = () => {
  // A second one does not wait for anything to end well.
  if (stopping.signal.aborted) {
    clear()
    process.exit(130)
  }
  stopping.abort()
}
process.on('SIGINT', interrupted)
process.on('SIGTERM', interrupted)

const run = async () => {
  await requireAllWell(options)
  temporaryFolder = options.data === undefined ? mkdtempSync(join(tmpdir(), 'hub-demo-')) : undefined
  // Only now: what was refused has not waited for it.
  const { demonstrate } = await import('./demonstrate.ts')
  const asMeant = await demonstrate({
    options,
    dataFolder: options.data ?? temporaryFolder!,
    signal: stopping.signal,
    print,
    onHub: (started) => {
      hub = started
    },
    onCrash: (reason) => {
      process.stderr.write(`the hub ended: ${reason}\n`)
      clear()
      process.exit(1)
    },
  })
  if (options.exit) await end(asMeant ? 0 : 1)
  print('  Ctrl-C ends it')
  if (stopping.signal.aborted) await end(0)
  stopping.signal.addEventListener('abort', () => void end(0))
}

run().catch((error: unknown) => {
  if (error instanceof PlayingStopped) return end(130)
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(error instanceof DemoRefused ? `${reason}\n` : `the demo failed: ${reason}\n`)
  return end(1)
})
