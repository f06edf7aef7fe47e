import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { recordedEvent } from '@hub/event-store/recorded-event.fixture.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { PaymentDisbursed } from '@hub/schemas/finance/disbursement.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'

/** One key for everything that a bench makes and reads again in another process. */
export const benchKey: Uint8Array = new Uint8Array(32).fill(7)
export const benchHubKeys = deriveHubKeys(benchKey)

const factsAPerson = 20
const personsAnAppend = 25
const letters = 'abcdefghijklmnopqrstuvwxyz234567'

const personOf = (n: number): string => {
  let id = ''
  for (let rest = n; id.length < 26; rest = Math.floor(rest / 32)) id += letters[rest % 32]
  return `1${id}`
}

/** A store of so many payments, twenty a person, with the persons' keys: what a rebuild reads most of. */
export const fillPlainStore = async (folder: string, events: number) => {
  const files = { storeFile: join(folder, 'store.db'), keysFile: join(folder, 'keys.db') }
  const store = openEmbeddedEventStore({ file: files.storeFile })
  const keys = openEmbeddedPersonKeys({ file: files.keysFile, masterKey: benchKey })
  const { person: _, ...example } = PaymentDisbursed.example
  const paymentsOf = (person: string) => {
    const stream = `person-${person}`
    const made = Array.from({ length: factsAPerson }, (_each, n) => {
      const time = new Date(Date.UTC(2024, n, 1)).toISOString()
      return recordedEvent(benchHubKeys, {
        type: PaymentDisbursed.type,
        id: `PD-${person}-${n}`,
        stream,
        revision: n,
        data: canonicalJson({ ...example, person: { personId: person }, paidOn: time.slice(0, 10) }),
        time,
        recordedtime: time,
      })
    })
    return { stream, expectedRevision: 'no-stream' as const, events: made }
  }
  for (let from = 0; from < events / factsAPerson; from += personsAnAppend) {
    const persons = Array.from({ length: personsAnAppend }, (_each, n) => personOf(from + n))
    await keys.ensure(persons)
    await store.append(persons.map(paymentsOf))
  }
  await keys.close()
  await store.close()
  return files
}
