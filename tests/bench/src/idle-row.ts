import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Row } from './measure.ts'
import { inFolder } from './sample-load.ts'

const [settleMs, measuredMs] = [15_000, 30_000]

/** CPU time that a process has taken, ms; from Linux's clock ticks of 10 ms. */
const cpuMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const started = async (child: ChildProcess) => {
  for await (const line of createInterface({ input: child.stdout! })) if (/answers at|listens/.test(line)) return
  throw new Error('the hub did not start')
}

/** Percent of a core that a process takes while nobody asks anything of it. */
export const idlePercent = async (program: string, env: NodeJS.ProcessEnv): Promise<number> => {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await started(child)
    await pause(settleMs)
    const before = cpuMs(child.pid!)
    await pause(measuredMs)
    return ((cpuMs(child.pid!) - before) * 100) / measuredMs
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

/** What the hub costs while nothing happens. */
export const idleRow: Row = {
  name: 'idle',
  title: 'the hub in one process, idle, for 30 s',
  reach: { most: 0.5 },
  unit: '% of a core',
  measure: () =>
    inFolder(async (folder) => {
      const program = fileURLToPath(new URL('../../../services/hub/src/main.ts', import.meta.url))
      const value = await idlePercent(program, { DATA_FOLDER: folder })
      return { value, details: { 'seconds measured': measuredMs / 1000 } }
    }),
}
