import { randomBytes, randomUUID } from 'node:crypto'
import type { Delivered, Message } from '@hub/broker/broker.ts'
import type { NewEvent, StoredEvent, StreamWrite } from '@hub/event-store/event-store.ts'
import { base32 } from '@hub/schemas/format/stream-name.ts'

/** A stream that no other test has. */
export const freshStream = (category = 'fair'): string => `${category}-${base32(randomBytes(16))}`

/** A made-up event; `note` makes its data different. */
export const sampleEvent = (note: string | number = 0): NewEvent => ({
  id: randomUUID(),
  type: 'hr.FairHeld.v1',
  data: JSON.stringify({ note: String(note), place: '雨湖区' }),
  metadata: JSON.stringify({ source: '/departments/hr/fairs' }),
})

export const sampleEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => sampleEvent(index))

/** A write to a new stream. */
export const newStream = (stream: string, events: readonly NewEvent[]): StreamWrite => ({
  stream,
  expectedRevision: 'no-stream',
  events,
})

/** What was appended, without what the store adds. */
export const asAppended = ({ id, type, data, metadata }: StoredEvent): NewEvent => ({ id, type, data, metadata })

export const sampleMessage = (topic: string, key: string, note: string | number = 0): Message => ({
  topic,
  key,
  headers: { ce_id: randomUUID(), ce_type: 'hr.FairHeld.v1', ce_subject: key },
  value: JSON.stringify({ note: String(note), place: '岳塘区' }),
})

/** What was published, without what the broker adds. */
export const asPublished = ({ topic, key, headers, value }: Delivered): Message => ({ topic, key, headers, value })
