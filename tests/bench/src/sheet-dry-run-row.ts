import { join } from 'node:path'
import { runChild } from './child.ts'
import { median, type Row } from './measure.ts'
import { writePayments } from './payment-sheets.ts'
import { inFolder } from './sample-load.ts'

const rows = 100_000
const rounds = 3
const mostMb = 400

type Told = { rows: number; ms: number; cpuMs: number }

/** A workbook of 100,000 rows checked as `hub submit` does before it sends, against its cells read and nothing else. */
export const sheetDryRunRow: Row = {
  name: 'sheet-dry-run',
  title: `.xlsx of ${rows} rows, dry run (as if missed where its process holds more than ${mostMb} MB); limit: the same reader, cells only`,
  reach: { least: 0.4 },
  unit: '× the limit',
  measure: () =>
    inFolder(async (folder) => {
      const file = join(folder, 'payments.xlsx')
      await writePayments(file, rows)
      const read = (how: 'cells' | 'dry-run') =>
        runChild<Told>(new URL('./sheet-child.ts', import.meta.url), { file, read: how })
      const pairs = []
      for (let round = 0; round < rounds; round++) {
        const [ours, limit] = [await read('dry-run'), await read('cells')]
        if (ours.told.rows !== rows) throw new Error(`${ours.told.rows} of ${rows} rows can be sent`)
        pairs.push({ ours, limit })
      }
      const ratio = median(pairs.map(({ ours, limit }) => limit.told.ms / ours.told.ms))
      const peak = Math.max(...pairs.map(({ ours }) => ours.peakMb))
      return {
        value: peak <= mostMb ? ratio : Math.min(ratio, (0.4 * mostMb) / peak),
        details: {
          'peak MB': Math.round(peak),
          'peak MB, cells only': Math.round(Math.max(...pairs.map(({ limit }) => limit.peakMb))),
          'rows/s': Math.round((rows * 1000) / median(pairs.map(({ ours }) => ours.told.ms))),
          'rows/s, cells only': Math.round((rows * 1000) / median(pairs.map(({ limit }) => limit.told.ms))),
          'ratio by CPU time': median(pairs.map(({ ours, limit }) => limit.told.cpuMs / ours.told.cpuMs)).toFixed(3),
        },
      }
    }),
}
