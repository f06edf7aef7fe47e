import type { AdapterModule } from './contract.ts'
import { sampleMessage } from './samples.ts'

// Publishes one message after the other, for ever, and says so after each acknowledgement.
const [module = '', place = '', topic = '', key = ''] = process.argv.slice(2)
const { openBroker }: AdapterModule = await import(module)
const broker = await openBroker(place)
for (let index = 0; ; index++) {
  await broker.publish([sampleMessage(topic, key, index)])
  console.log(String(index))
}
