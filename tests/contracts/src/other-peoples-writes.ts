import { randomUUID } from 'node:crypto'
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client'

/** Writes what other people may have on the same server: JSON, bytes, and names that look like the hub's. */
export const writeAsOtherPeople = async (url: string): Promise<void> => {
  const client = EventStoreDBClient.connectionString(url)
  for (const stream of ['order', 'fairs', 'Fair', 'person_', 'fair_x'].map((name) => `${name}-${randomUUID()}`)) {
    const events = Array.from({ length: 20 }, (_, line) => jsonEvent({ type: 'LineAdded', data: { line } }))
    await client.appendToStream(stream, [...events, binaryEvent({ type: 'Picture', data: new Uint8Array([137, 80]) })])
  }
  await client.dispose()
}
