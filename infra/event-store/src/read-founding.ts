import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { Founded } from '@hub/schemas/hub/events.ts'
import type { EventStore } from './event-store.ts'

/** The UUID of a store that is there. @throws where it was never founded */
export const readFounding = async (store: Pick<EventStore, 'readStream'>): Promise<string> => {
  const [founded] = await store.readStream(foundingStream, { limit: 1 })
  if (!founded) throw new Error('this store holds no founding: start the hub on it once')
  return Founded.data.parse(JSON.parse(founded.data)).store
}
