import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokerContract } from '@hub/contracts/broker.contract.ts'
import { module, openBroker } from './example-adapter.ts'

// How somebody who writes an adapter elsewhere runs the suite on it: a factory, and what it does not keep, with the reason.
brokerContract({
  name: 'an adapter of somebody else',
  open: async (maxMessages) => {
    const place = await mkdtemp(join(tmpdir(), 'example-adapter-'))
    let broker = await openBroker(place, maxMessages)
    return {
      module,
      place,
      broker,
      topics: ['civil-affairs', 'finance'],
      reopen: async () => {
        await broker.close()
        broker = await openBroker(place, maxMessages)
        return broker
      },
      end: async () => {
        await broker.close()
        await rm(place, { recursive: true, force: true })
      },
    }
  },
  deviations: {
    COMMIT_AT_ONCE: 'it is the embedded adapter below, which commits with the next durable write',
  },
})
