import type { AdapterModule } from './contract.ts'

// Handles two batches, says how large each was, and is stuck in the third.
const [module = '', place = '', topic = '', batchSize = ''] = process.argv.slice(2)
const { openBroker }: AdapterModule = await import(module)
const broker = await openBroker(place)
let batches = 0
await broker.consume({
  topics: [topic],
  batchSize: Number(batchSize),
  signal: new AbortController().signal,
  handle: async (batch) => {
    batches += 1
    console.log(String(batch.length))
    if (batches === 3) await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
})
