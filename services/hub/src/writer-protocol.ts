import type { Message } from '@hub/broker/broker.ts'
import type { BrokerPlace } from '@hub/broker/open-broker.ts'
import type { AppendOutcome, StreamWrite } from '@hub/event-store/event-store.ts'
import type { EventStorePlace } from '@hub/event-store/open-event-store.ts'
import type { RecorderKeys } from '@hub/schemas/format/service-keys.ts'

/** What the writer's thread is started with. Keys are those of the recorder alone; it holds no person's key. */
export type WriterSettings = {
  store: EventStorePlace
  broker: BrokerPlace
  keys: RecorderKeys
  simulated: boolean
}

export type WriterRequest =
  | { call: number; kind: 'publish'; messages: readonly Message[] }
  | { call: number; kind: 'append'; writes: readonly StreamWrite[] }
  | { call: number; kind: 'lag' }
  | { call: number; kind: 'stop' }

export type WriterAnswer =
  | { call: number; result: undefined | readonly AppendOutcome[] | { messages: number; oldest: string | undefined } }
  | { call: number; error: { name: string; message: string } }
  /** The reader ended with an error: the process must end. */
  | { crashed: string }
