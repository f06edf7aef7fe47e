import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from '@hub/broker/broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import type { StoredEvent } from '@hub/event-store/event-store.ts'
import { sampleHubKeys } from '@hub/intake/sample-intake.fixture.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { recorderKeys } from '@hub/schemas/format/service-keys.ts'

/** A store with its recorder, for what fuzzed intakes let through. */
export const openFuzzedStore = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-fuzz-store-'))
  const store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
  const recorder = createRecorder({ store, keys: recorderKeys(sampleHubKeys), now: Date.now, simulated: false })
  let offset = 0
  return {
    /** Records messages; what the store has more by it, read back from it. */
    record: async (messages: readonly Message[]): Promise<readonly StoredEvent[]> => {
      const before = await store.head()
      await recorder.record(messages.map((message) => ({ ...message, partition: 0, offset: String(offset++) })))
      return store.readAll({ after: before })
    },
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}
