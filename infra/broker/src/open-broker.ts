import type { Broker } from './broker.ts'
import { openEmbeddedBroker } from './embedded-broker.ts'

/** Where the broker is. Plain data, so that a thread can be given it. */
export type BrokerPlace =
  /** A SQLite file; the event store's, or one of its own. */
  { file: string }

/** Opens the broker at its place. @throws {BrokerUnavailable} */
export const openBroker = async (place: BrokerPlace): Promise<Broker> => openEmbeddedBroker(place)
