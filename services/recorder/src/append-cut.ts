import { maxAppendBytes, type NewEvent, type StreamWrite } from '@hub/event-store/event-store.ts'

const frameBytes = 200

/** Bytes that an event takes in an append, with something for its frame. */
export const bytesOfEvent = (event: NewEvent): number =>
  Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata) + event.type.length + frameBytes

/** Most bytes of one write, so that a write always fits into an append. */
export const maxWriteBytes = maxAppendBytes - 32 * 1024

/** Cuts writes into appends that each stay below the port's limit, in order. */
export const cutAppends = <Write extends StreamWrite>(writes: readonly Write[]): Write[][] => {
  const cut: Write[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const write of writes) {
    const size = frameBytes + write.events.reduce((sum, event) => sum + bytesOfEvent(event), 0)
    if (bytes + size > maxWriteBytes) {
      cut.push([])
      bytes = 0
    }
    cut.at(-1)!.push(write)
    bytes += size
  }
  return cut
}
