import type { AdapterModule } from './contract.ts'
import { recordBatch } from './recording-batch.ts'
import { sampleMessage } from './samples.ts'

// Publishes, records and commits over two streams. Gets stuck in its third batch: before or after the append.
const [module = '', place = '', topic = '', stuck = '', ...streams] = process.argv.slice(2)
const { openBroker, openEventStore }: AdapterModule = await import(module)
const [store, broker] = [await openEventStore(place), await openBroker(place)]

const say = (words: string) => console.log(words)
const standStill = async (step: string) => {
  say(`stuck ${step}`)
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}

for (let note = 0; note < 30; note++) {
  const message = sampleMessage(topic, streams[note % streams.length] ?? '', note)
  await broker.publish([message])
  say(`published ${message.headers.ce_id}`)
}
if (stuck === 'published') await standStill(stuck)

let batches = 0
await broker.consume({
  topics: [topic],
  batchSize: 8,
  signal: new AbortController().signal,
  handle: async (batch) => {
    batches += 1
    if (batches === 3 && stuck === 'delivered') await standStill(stuck)
    await recordBatch(store, batch)
    say(`appended ${batch.length}`)
    if (batches === 3 && stuck === 'appended') await standStill(stuck)
  },
})
