import { Worker } from 'node:worker_threads'
import { BrokerUnavailable, type Lag, type Message, QueueFull } from '@hub/broker/broker.ts'
import { type AppendOutcome, EventStoreUnavailable, type StreamWrite } from '@hub/event-store/event-store.ts'
import type { WriterAnswer, WriterRequest, WriterSettings } from './writer-protocol.ts'

/** The embedded store's writing side, as the thread that answers HTTP sees it. */
export type Writer = {
  publish(messages: readonly Message[]): Promise<void>
  append(writes: readonly StreamWrite[]): Promise<readonly AppendOutcome[]>
  lag(): Promise<Lag>
  /** Stops reading the queue, lets the batch under way finish, closes the files. */
  stop(): Promise<void>
}

const faults: Record<string, new (message: string) => Error> = { BrokerUnavailable, QueueFull, EventStoreUnavailable }
type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'call'> : never

/** Starts the writer's thread. `onCrash` is called when it ends by itself: the process should end then. */
export const startWriter = (settings: WriterSettings, onCrash: (reason: string) => void): Writer => {
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: settings })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let calls = 0
  let stopped = false
  const fail = (reason: string) => {
    for (const call of waiting.values()) call.reject(new BrokerUnavailable(reason))
    waiting.clear()
    if (!stopped) onCrash(reason)
  }
  worker.on('message', (message: WriterAnswer) => {
    if ('crashed' in message) return fail(message.crashed)
    const call = waiting.get(message.call)
    waiting.delete(message.call)
    if ('error' in message) call?.reject(new (faults[message.error.name] ?? Error)(message.error.message))
    else call?.resolve(message.result as never)
  })
  worker.on('error', (error) => fail(String(error)))
  worker.on('exit', (code) => fail(`the writer's thread ended (${code})`))
  const ask = <Result>(request: Unnumbered<WriterRequest>): Promise<Result> =>
    new Promise((resolve, reject) => {
      calls += 1
      waiting.set(calls, { resolve, reject })
      worker.postMessage({ ...request, call: calls })
    })
  return {
    publish: (messages) => ask({ kind: 'publish', messages }),
    append: (writes) => ask({ kind: 'append', writes }),
    lag: () => ask({ kind: 'lag' }),
    stop: async () => {
      stopped = true
      await ask({ kind: 'stop' })
      await worker.terminate()
    },
  }
}
