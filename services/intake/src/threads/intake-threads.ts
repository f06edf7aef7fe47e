import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { OpenedParts } from '@hub/runtime/opened-parts.ts'
import type { Prepared, Work } from '../prepare.ts'
import type { ThreadAnswer, ThreadRequest, ThreadSettings, WorkContext } from './thread-messages.ts'

/** A thread has ended over some work: nothing of it was published, and sending it again is safe. */
export class ThreadEnded extends Error {
  override name = 'ThreadEnded'
}

/** Threads beside the one that listens, which read, check and seal what has come. */
export type IntakeThreads = {
  /** @throws {ThreadEnded} */
  prepare(work: Work, context: WorkContext): Promise<Prepared>
  /** Lets the work under way end. */
  close(): Promise<void>
}

type Waiting = { resolve: (prepared: Prepared) => void; reject: (error: Error) => void }
type Running = { worker: Worker; waiting: Map<number, Waiting>; startedAt: number }

/** A thread that ended within this time of its start is not started again at once, ms. */
const shortestLife = 1_000

export type IntakeThreadsOptions = ThreadSettings & {
  /** How many threads. */
  count: number
  /** Told why a thread has ended by itself; another one takes its place. */
  onEnd: (reason: string) => void
}

/**
 * Makes the threads of an intake. They start with the first work, so that a hub to which only single events come has
 * none; each work goes to the thread that has the least to do.
 */
export const intakeThreads = ({ count, onEnd, ...settings }: IntakeThreadsOptions): IntakeThreads => {
  const running: Running[] = []
  let calls = 0
  let closing = false
  let restUntil = 0

  const start = (): Running => {
    const worker = new Worker(new URL('./intake-thread.ts', import.meta.url), { workerData: settings })
    const thread: Running = { worker, waiting: new Map(), startedAt: Date.now() }
    let reason = ''
    worker.on('message', (message: ThreadAnswer) => {
      const call = thread.waiting.get(message.call)
      thread.waiting.delete(message.call)
      if ('failed' in message)
        call?.reject(Object.assign(new Error(message.failed.message), { name: message.failed.name }))
      else call?.resolve(message.prepared)
    })
    worker.on('error', (error) => {
      reason = `${error.name}: ${error.message}`
    })
    worker.on('exit', (code) => {
      running.splice(running.indexOf(thread), 1)
      if (Date.now() - thread.startedAt < shortestLife) restUntil = Date.now() + shortestLife
      for (const call of thread.waiting.values()) call.reject(new ThreadEnded(`a thread of the intake ended (${code})`))
      if (!closing) onEnd(reason === '' ? `it ended with ${code}` : reason)
    })
    // A thread without work does not keep the process alive.
    worker.unref()
    running.push(thread)
    return thread
  }

  const leastBusy = (): Running | undefined => {
    const free = running.find(({ waiting }) => waiting.size === 0)
    if (free) return free
    if (running.length < count && Date.now() >= restUntil) return start()
    return running.toSorted((one, other) => one.waiting.size - other.waiting.size)[0]
  }

  return {
    prepare: (work, context) =>
      new Promise((resolve, reject) => {
        const thread = closing ? undefined : leastBusy()
        if (!thread) return reject(new ThreadEnded('no thread of the intake runs'))
        const call = ++calls
        thread.waiting.set(call, { resolve, reject })
        thread.worker.postMessage({ kind: 'prepare', call, work, context } satisfies ThreadRequest)
      }),
    close: async () => {
      closing = true
      while (running.some(({ waiting }) => waiting.size > 0)) await pause(5)
      const ends = running.map(({ worker }) => once(worker, 'exit'))
      for (const { worker } of running) {
        worker.ref()
        worker.postMessage({ kind: 'stop' } satisfies ThreadRequest)
      }
      await Promise.all(ends)
    },
  }
}

/** One core is left to the thread that listens. */
const usualCount = () => Math.min(4, availableParallelism() - 1)

/** The threads of a process's intakes, closed with its other parts; undefined where it shall have none. */
export const openIntakeThreads = (
  opened: OpenedParts,
  { count = usualCount(), ...options }: Omit<IntakeThreadsOptions, 'count'> & { count: number | undefined },
): IntakeThreads | undefined =>
  count === 0 ? undefined : opened.add(intakeThreads({ count, ...options }), (it) => it.close())
