import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import type { Progress } from './progress-file.ts'
import { type Destination, sendBatch } from './send-batch.ts'

/** Events in a batch. */
export const batchSize = 100

/**
 * Sends the rows of a sheet that the dry run did not refuse, in order, in batches, from where the progress stands; one
 * batch awaits the one before.
 * @throws {SendingStopped}
 */
export const sendSheet = async (
  { file, encoding, format, options }: CheckRowsContext,
  refusedBefore: ReadonlyMap<number, readonly Fault[]>,
  to: Destination,
  progress: Progress,
  onBatch: (rows: number) => void,
): Promise<void> => {
  let batch: { row: number; event: Record<string, unknown> }[] = []
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
  for await (const line of readSheet(file, encoding, format, options)) {
    if (line.kind !== 'said' || 'faults' in line.said || line.row <= progress.row) continue
    if (refusedBefore.has(line.row)) continue
    batch.push({ row: line.row, event: line.said.event })
    if (batch.length === batchSize) await send()
  }
  if (batch.length > 0) await send()
}
