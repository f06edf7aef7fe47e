import { type SpreadHub, startSpreadHub } from '@hub/city/spread-hub.ts'
import { inFolder } from './sample-load.ts'

/** Says that a measured process has ended by itself. */
export const crashed = (reason: string): void => void process.stderr.write(`${reason}\n`)

/** Runs with the hub's services as processes of their own, on Kafka, PostgreSQL and the event store's stand-in. */
export const withServices = <Result>(run: (hub: SpreadHub, folder: string) => Promise<Result>): Promise<Result> =>
  inFolder(async (folder) => {
    const quiet = { port: 0, logLevel: 'error', tell: () => undefined, onCrash: crashed }
    const hub = await startSpreadHub({ folder, ...quiet })
    try {
      return await run(hub, folder)
    } finally {
      await hub.stop()
    }
  })
