import type { Delivered } from '@hub/broker/broker.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'

/**
 * Appends the messages of a batch that their streams do not hold yet: the least that makes at-least-once delivery
 * exactly once. One write a stream; ids are those of the messages.
 */
export const recordBatch = async (store: EventStore, batch: readonly Delivered[]): Promise<void> => {
  const writes = await Promise.all(
    [...Map.groupBy(batch, ({ key }) => key)].map(async ([stream, messages]) => {
      const stored = await store.readStream(stream)
      const known = new Set(stored.map(({ id }) => id))
      const events = messages
        .map(({ headers, value }) => ({
          id: headers.ce_id ?? '',
          type: headers.ce_type ?? '',
          data: value,
          metadata: '{}',
        }))
        .filter(({ id }) => !known.has(id))
      return { stream, expectedRevision: stored.at(-1)?.revision ?? ('no-stream' as const), events }
    }),
  )
  const outcomes = await store.append(writes.filter(({ events }) => events.length > 0))
  if (outcomes.some(({ status }) => status !== 'appended')) throw new Error('a write was not taken')
}
