import { type EventStore, EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import type { Admitter } from '@hub/schemas/format/admission.ts'
import { junkStream } from '@hub/schemas/format/stream-name.ts'
import { type Junk, type JunkState, junkWrite, readJunkState } from './junk.ts'

/** Tries after conflicts: another recorder has taken the partition over, and one of the two is told so by the broker. */
const maxTries = 5

/**
 * Keeps what was not admitted, together for each partition. Twice is once: what a partition's stream has counted is not
 * counted again.
 */
export const junkKeeper = (
  store: EventStore,
  options: { admitter: Admitter; rejectionsKey: Uint8Array },
): ((junk: readonly Junk[], recordedtime: string) => Promise<void>) => {
  const states = new Map<string, JunkState>()
  const keepOfPartition = async (stream: string, junk: readonly Junk[], recordedtime: string) => {
    for (let tries = 0; tries < maxTries; tries++) {
      const state = states.get(stream) ?? (await readJunkState(store, stream))
      states.set(stream, state)
      const planned = junkWrite(state, junk, { ...options, recordedtime })
      if (!planned) return
      const [outcome] = await store.append([planned.write])
      if (outcome?.status === 'appended') {
        states.set(stream, planned.state)
        return
      }
      states.delete(stream)
      if (outcome?.status === 'refused')
        throw new EventStoreUnavailable(`the event store does not take what was not admitted: ${outcome.message}`)
    }
    throw new EventStoreUnavailable(`${stream} keeps changing while it is written to`)
  }
  return async (junk, recordedtime) => {
    const byStream = Map.groupBy(junk, ({ message }) => junkStream(message.topic, message.partition))
    for (const [stream, ofPartition] of byStream) await keepOfPartition(stream, ofPartition, recordedtime)
  }
}
