import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enginesDown } from './engines.ts'
import { runVariables } from './real-engine.fixture.ts'

/**
 * Before a run of the tests: a folder for the servers that its tests start, and for what Node has compiled. After it: all
 * of them are stopped.
 */
export default () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-engines-'))
  // PostgreSQL may run as another user, who has to pass through.
  chmodSync(folder, 0o711)
  process.env[runVariables.folder] = folder
  process.env[runVariables.owner] = String(process.pid)
  // Dozens of processes load the same files: their types are stripped once for all of them.
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled')
  return async () => {
    await enginesDown(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
