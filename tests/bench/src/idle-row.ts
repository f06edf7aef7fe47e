import { setTimeout as pause } from 'node:timers/promises'
import { type ServiceProcess, startService } from '@hub/city/service-process.ts'
import { cpuMs } from './cpu-time.ts'
import type { Row } from './measure.ts'
import { inFolder } from './sample-load.ts'
import { crashed, withServices } from './with-services.ts'

const [settleMs, measuredMs] = [15_000, 30_000]
const details = { 'seconds measured': measuredMs / 1000 }

/** Percent of a core that each process takes while nobody asks anything of any. */
const idlePercents = async (services: readonly ServiceProcess[]): Promise<Record<string, number>> => {
  await pause(settleMs)
  const before = services.map(({ pid }) => cpuMs(pid))
  await pause(measuredMs)
  return Object.fromEntries(
    services.map(({ name, pid }, index) => [name, ((cpuMs(pid) - before[index]!) * 100) / measuredMs]),
  )
}

/** What the hub costs while nothing happens. */
export const idleRow: Row = {
  name: 'idle',
  title: 'the hub in one process, idle, for 30 s',
  reach: { most: 0.5 },
  unit: '% of a core',
  measure: () =>
    inFolder(async (folder) => {
      const hub = await startService({ name: 'hub' }, { DATA_FOLDER: folder }, crashed)
      try {
        const { hub: value = Number.NaN } = await idlePercents([hub])
        return { value, details }
      } finally {
        await hub.stop()
      }
    }),
}

/** What each of the hub's processes costs on Kafka, PostgreSQL and the event store's stand-in while nothing happens. */
export const idleServicesRow: Row = {
  name: 'idle-services',
  title: "the hub's services as processes of their own on Kafka, idle, for 30 s: the dearest of them",
  reach: { most: 0.5 },
  unit: '% of a core',
  measure: () =>
    withServices(async ({ services }) => {
      const percents = await idlePercents(services)
      const told = Object.entries(percents).map(([name, percent]) => [name, percent.toFixed(2)])
      return { value: Math.max(...Object.values(percents)), details: { ...Object.fromEntries(told), ...details } }
    }),
}
