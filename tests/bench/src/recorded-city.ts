import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sampleCity } from '@hub/city/sample-city.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { admit } from '@hub/intake/admit.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { simulatedClock } from '@hub/runtime/clock.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { intakeKeys, recorderKeys } from '@hub/schemas/format/service-keys.ts'
import { verifiedStore } from '@hub/views/verified-store.ts'

const batch = 500

/**
 * A store in which the first `count` events of the sample city stand, recorded when they were sent, with their keys.
 * The few that name another department's receipt are left out, for nobody plays the departments here.
 */
export const recordCity = async (folder: string, { persons, count }: { persons: number; count: number }) => {
  const storeFile = join(folder, 'store.db')
  const store = openEmbeddedEventStore({ file: storeFile })
  const keys = openEmbeddedPersonKeys({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) })
  const hubKeys = deriveHubKeys(randomBytes(32))
  const storeId = randomUUID()
  const submissions = sampleCity({ seed: 3, persons })
    .submissions.filter(({ event }) => !JSON.stringify(event).includes('fromReceipt'))
    .sort((one, other) => one.sentAt - other.sentAt)
    .slice(0, count)
  const clock = simulatedClock(submissions[0]!.sentAt)
  const recorder = createRecorder({
    store,
    keys: recorderKeys(hubKeys),
    now: clock.now,
    simulated: true,
  })
  let offset = 0
  for (let from = 0; from < submissions.length; from += batch) {
    const own = submissions.slice(from, from + batch)
    clock.set(own.at(-1)!.sentAt)
    for (const department of submittingDepartments) {
      const events = own.filter((one) => one.department === department).map(({ event }) => event)
      const admissions = await admit(events, {
        department,
        checks: {},
        keys,
        hubKeys: intakeKeys(hubKeys, department),
        storeId,
        clock,
      })
      const messages = admissions.flatMap((one) => ('message' in one ? [one.message] : []))
      await recorder.record(messages.map((message) => ({ ...message, partition: 0, offset: String(++offset) })))
    }
  }
  return {
    store: verifiedStore(store, hubKeys.admission),
    storeFile,
    storeId,
    keys,
    hubKeys,
    events: offset,
    close: async () => {
      await keys.close()
      await store.close()
    },
  }
}
