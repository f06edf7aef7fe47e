import type { Message } from '@hub/broker/broker.ts'

/** What the test asks of the process: to publish, or to work off everything and end. */
export type ToRecorder = { kind: 'publish'; call: number; messages: readonly Message[] } | { kind: 'drain' }

export type FromRecorder = { kind: 'ready' } | { kind: 'published'; call: number }
