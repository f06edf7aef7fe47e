import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHub } from '@hub/hub/hub.ts'

/** A hub on a free port, in a folder of its own that `stop` takes away. */
export const startSampleHub = async (simulatedFrom?: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-interop-'))
  const hub = await startHub({
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    ...(simulatedFrom === undefined ? {} : { simulatedFrom }),
    onCrash: (reason) => {
      throw new Error(reason)
    },
  })
  const stop = async () => {
    await hub.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: hub.url, folder, stop }
}
