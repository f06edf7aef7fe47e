import type { AdapterModule } from './contract.ts'
import { sampleEvents } from './samples.ts'

// Appends three events at a time to each stream, for ever, and says so after each acknowledgement.
const [module = '', place = '', ...streams] = process.argv.slice(2)
const { openEventStore }: AdapterModule = await import(module)
const store = await openEventStore(place)
for (let round = 0; ; round++) {
  const expectedRevision = round === 0 ? 'no-stream' : round * 3 - 1
  const outcomes = await store.append(streams.map((stream) => ({ stream, expectedRevision, events: sampleEvents(3) })))
  if (outcomes.some(({ status }) => status !== 'appended')) throw new Error('an append was not taken')
  console.log(String(round))
}
