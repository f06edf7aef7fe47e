import { setTimeout as pause } from 'node:timers/promises'
import { BrokerUnavailable, type Message, QueueFull } from './broker.ts'

export type SendQueueOptions = {
  /** Sends messages in order; resolves when all are durable. */
  send: (messages: readonly Message[]) => Promise<void>
  bytesOf: (message: Message) => number
  /** How long a call may wait for its acknowledgement, ms. */
  patienceMs: number
  /** Most messages that may wait. */
  maxMessages: number
  /** Most messages and bytes that go together. */
  batch: { messages: number; bytes: number }
}

type Call = { left: number; deadline: number; settled: boolean; resolve: () => void; reject: (error: Error) => void }
type Entry = { message: Message; bytes: number; call: Call }

const retryAfterMs = 200

/**
 * Sends messages in the order of the calls, never two batches at once: what comes while one is under way goes together
 * with the next. A batch that fails is sent again until the patience of its calls ends; a repeat is possible then.
 */
export const sendQueue = (options: SendQueueOptions) => {
  let waiting: Entry[] = []
  let working: Promise<void> | undefined
  let closed = false

  const settle = (call: Call, error?: Error) => {
    if (call.settled) return
    call.settled = true
    if (error) call.reject(error)
    else call.resolve()
  }

  const takeBatch = (): Entry[] => {
    let bytes = 0
    let count = 0
    while (count < waiting.length && count < options.batch.messages) {
      bytes += waiting[count]!.bytes
      if (count > 0 && bytes > options.batch.bytes) break
      count += 1
    }
    return waiting.splice(0, count)
  }

  /** Calls that have waited long enough are told; what of theirs still waits is not sent any more. */
  const giveUp = (entries: readonly Entry[], cause: unknown): Entry[] => {
    const now = Date.now()
    for (const { call } of entries)
      if (closed || now >= call.deadline)
        settle(call, new BrokerUnavailable('the broker has not acknowledged in time', { cause }))
    return entries.filter(({ call }) => !call.settled)
  }

  const sendAll = async () => {
    // What is published in one turn of the event loop goes together.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = takeBatch()
      try {
        await options.send(batch.map(({ message }) => message))
        for (const { call } of batch) {
          call.left -= 1
          if (call.left === 0) settle(call)
        }
      } catch (error) {
        waiting = giveUp([...batch, ...waiting], error)
        if (waiting.length > 0) await pause(retryAfterMs)
      }
    }
    working = undefined
  }

  const onTime = (call: Call, promise: Promise<void>) => {
    const late = () => settle(call, new BrokerUnavailable('the broker has not acknowledged in time'))
    const timer = setTimeout(late, options.patienceMs)
    return promise.finally(() => clearTimeout(timer))
  }

  return {
    publish: async (messages: readonly Message[]): Promise<void> => {
      if (messages.length === 0) return
      if (closed) throw new BrokerUnavailable('the queue is closed')
      if (waiting.length + messages.length > options.maxMessages)
        throw new QueueFull(`${waiting.length} of ${options.maxMessages} messages wait for the broker`)
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const deadline = Date.now() + options.patienceMs
      const call: Call = { left: messages.length, deadline, settled: false, resolve, reject }
      for (const message of messages) waiting.push({ message, bytes: options.bytesOf(message), call })
      working ??= sendAll()
      await onTime(call, promise)
    },
    /** Sends what waits, at most as long as its calls would wait; takes nothing more. */
    close: async (): Promise<void> => {
      closed = true
      await working
    },
  }
}
