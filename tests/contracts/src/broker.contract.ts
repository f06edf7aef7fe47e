import type { Broker } from '@hub/broker/broker.ts'
import { afterEach, beforeEach, describe } from 'vitest'
import { committingRules } from './broker-committing.ts'
import { crashRules } from './broker-crash.ts'
import { orderRules } from './broker-order.ts'
import { waitingRules } from './broker-waiting.ts'
import type { Deviations, Place } from './contract.ts'

/** A broker to test: nothing waits in its topics, and nobody else reads them. */
export type OpenedBroker = Place & {
  broker: Broker
  /** Two topics that are there. */
  topics: readonly [string, string]
  /** Closes the broker and opens it again, as after a restart; `end` closes that one too. */
  reopen(): Promise<Broker>
  end(): Promise<void>
}

export type BrokerRule = 'QUEUE_LIMIT' | 'ONE_READER' | 'COMMIT_AT_ONCE'

export type BrokerContract = {
  name: string
  /** `maxMessages`: how many may wait, where a test asks for a limit. */
  open(maxMessages?: number): Promise<OpenedBroker>
  deviations?: Deviations<BrokerRule>
}

/** The broker that the running test has opened. */
export type CurrentBroker = () => OpenedBroker

/** How many messages may wait in the brokers of these tests. */
export const limitUnderTest = 2_000

/** The rules that every broker keeps. */
export const brokerContract = ({ name, open, deviations = {} }: BrokerContract): void => {
  describe(`${name} as a broker`, () => {
    let opened: OpenedBroker | undefined
    beforeEach(async () => {
      opened = await open(limitUnderTest)
    })
    afterEach(() => opened?.end())
    const current = () => {
      if (!opened) throw new Error('no broker is open')
      return opened
    }
    orderRules(current)
    committingRules(current)
    waitingRules(current, deviations)
    crashRules(current, deviations)
  })
}
