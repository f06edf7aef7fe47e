import { once } from 'node:events'
import { join } from 'node:path'
import { submitCommand } from '@hub/hub/submit-command.ts'
import { startChild } from './child.ts'
import { cpuMs } from './cpu-time.ts'
import { type Row, timed } from './measure.ts'
import { writePayments } from './payment-sheets.ts'
import { admittedMessages, recordAll } from './recorder-row.ts'
import { durableCommitMs, inFolder } from './sample-load.ts'

/** Rows of the list; `BENCH_SUBMIT_ROWS` runs it with others. It is linear: nothing is kept of a row that has come to its end. */
const rows = Number(process.env.BENCH_SUBMIT_ROWS ?? 100_000)

const recorderRate = () =>
  inFolder(async (folder) => {
    const messages = await admittedMessages(folder)
    await recordAll(messages)
    const { took } = await recordAll(messages)
    return (messages.length * 1000) / took
  })

/** A list handed over by `hub submit` to a running hub and followed until each row is recorded, against the recorder alone. */
export const submitRow: Row = {
  name: 'submit',
  title: `CSV of ${rows} rows checked, handed over and followed to the receipts by \`hub submit\`; limit: the recorder row's rate, in the same run`,
  reach: { least: 0.6 },
  unit: '× the limit',
  measure: () =>
    inFolder(async (folder) => {
      const file = join(folder, 'payments.csv')
      await writePayments(file, rows)
      const limit = await recorderRate()
      const hub = startChild(new URL('./hub-child.ts', import.meta.url), { dataFolder: join(folder, 'data') })
      const [{ url }] = (await once(hub, 'message')) as [{ url: string }]
      const told: string[] = []
      const before = { hub: cpuMs(hub.pid!), client: process.cpuUsage() }
      let exit = 0
      const took = await timed(async () => {
        exit = await submitCommand({ file, department: 'finance', url, yes: true }, (text) => told.push(text))
      })
      const client = process.cpuUsage(before.client)
      const ofHub = cpuMs(hub.pid!) - before.hub
      const ended = once(hub, 'exit')
      hub.send('stop')
      await ended
      if (exit !== 0) throw new Error(`hub submit ended with ${exit}: ${told.join('\n').slice(-2_000)}`)
      const rate = (rows * 1000) / took
      return {
        value: rate / limit,
        details: {
          rows,
          'rows/s': Math.round(rate),
          'recorder events/s': Math.round(limit),
          'CPU µs a row, command': Math.round((client.user + client.system) / rows),
          'CPU µs a row, hub': Math.round((ofHub * 1000) / rows),
          'durable commit ms': (await durableCommitMs()).toFixed(3),
        },
      }
    }),
}
