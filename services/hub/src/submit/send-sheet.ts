import { type CheckedRow, type CheckRowsContext, checkRows } from '@hub/intake/legacy/check-rows.ts'
import type { Progress } from './progress-file.ts'
import { type Destination, sendBatch } from './send-batch.ts'

/** Events in a batch. */
export const batchSize = 100

/**
 * Sends the good rows of a sheet in order, in batches, from where the progress stands; one batch awaits the one before.
 * @throws {SendingStopped}
 */
export const sendSheet = async (
  context: CheckRowsContext,
  to: Destination,
  progress: Progress,
  onBatch: (rows: number) => void,
): Promise<void> => {
  let batch: CheckedRow[] = []
  const send = async () => {
    const faults = await sendBatch(
      batch.map(({ event }) => event),
      to,
    )
    const refused = batch.flatMap(({ row }, at) => (faults[at]!.length > 0 ? [[row, faults[at]!] as const] : []))
    progress.acknowledge({ row: batch.at(-1)!.row, sent: batch.length - refused.length, refused })
    onBatch(batch.length)
    batch = []
  }
  for await (const line of checkRows(context)) {
    if (line.kind !== 'good' || line.row <= progress.row) continue
    batch.push(line)
    if (batch.length === batchSize) await send()
  }
  if (batch.length > 0) await send()
}
