import { setTimeout as pause } from 'node:timers/promises'
import type { ConsumeOptions, Delivered } from './broker.ts'
import { failuresInARow } from './failures-in-a-row.ts'

/** What was fetched of one partition, and how it is dealt with. */
export type Fetched = {
  messages: readonly Delivered[]
  /** Commits these messages; one call for those of all partitions. */
  commit: (handled: readonly Delivered[]) => Promise<void>
  /** Says that the partition was dealt with up to this message. */
  resolve: (last: Delivered) => void
  /** Says that this process still lives; rejects when the group wants to share anew. */
  heartbeat: () => Promise<void>
  /** Whether the rest may still be dealt with here. */
  isCurrent: () => boolean
}

type Waiting = Fetched & { at: number; done: PromiseWithResolvers<void> }

export type MergedBatchesOptions = Pick<ConsumeOptions, 'handle' | 'signal' | 'isTransient' | 'committed'> & {
  batchSize: number
  heartbeatMs: number
  /** Told once when `handle` has failed too often: nothing is handled after that. */
  onFailure: (error: unknown) => void
}

/**
 * Makes batches of what is fetched of all partitions: one at a time is handled, committed, and only then the next. What
 * a partition has waits in order; its promise resolves when all of it is dealt with, or may not be dealt with here.
 */
export const mergedBatches = (options: MergedBatchesOptions) => {
  let waiting: Waiting[] = []
  let failed = false
  let working: Promise<void> | undefined
  let shareAnew = new AbortController()

  const mayGoOn = () => !failed && !shareAnew.signal.aborted && !options.signal.aborted

  const nextBatch = () => {
    const batch: Delivered[] = []
    const taken: { of: Waiting; messages: readonly Delivered[] }[] = []
    for (const of of waiting) {
      if (batch.length >= options.batchSize) break
      if (!of.isCurrent()) continue
      const messages = of.messages.slice(of.at, of.at + options.batchSize - batch.length)
      batch.push(...messages)
      taken.push({ of, messages })
    }
    return { batch, taken }
  }

  /** Handles a batch, and again after a failure. Whether it was handled. */
  const handled = async (batch: readonly Delivered[]): Promise<boolean> => {
    const failures = failuresInARow(options.isTransient)
    for (;;) {
      try {
        await options.handle(batch)
        return true
      } catch (error) {
        const pauseMs = failures.pauseAfter(error)
        if (pauseMs === undefined && !options.signal.aborted) {
          failed = true
          options.onFailure(error)
        }
        if (!mayGoOn()) return false
        const signal = AbortSignal.any([options.signal, shareAnew.signal])
        await pause(pauseMs, undefined, { signal }).catch(() => undefined)
        if (!mayGoOn()) return false
      }
    }
  }

  const finish = (of: Waiting) => {
    waiting = waiting.filter((one) => one !== of)
    of.done.resolve()
  }

  const workOff = async () => {
    // The partitions of one fetch come in one turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0 && mayGoOn()) {
      const { batch, taken } = nextBatch()
      if (batch.length === 0 || !(await handled(batch))) break
      try {
        await taken[0]!.of.commit(batch)
      } catch (error) {
        for (const { of } of taken) of.done.reject(error)
        break
      }
      options.committed?.(batch)
      for (const { of, messages } of taken) {
        of.resolve(messages.at(-1)!)
        of.at += messages.length
        if (of.at === of.messages.length) finish(of)
      }
    }
    for (const of of waiting) finish(of)
  }

  const start = async () => {
    shareAnew = new AbortController()
    const beat = setInterval(() => {
      waiting[0]?.heartbeat().catch(() => shareAnew.abort())
    }, options.heartbeatMs)
    try {
      await workOff()
    } finally {
      clearInterval(beat)
      working = waiting.length > 0 ? start() : undefined
    }
  }

  return {
    /** Hands over what was fetched of a partition. */
    add: (fetched: Fetched): Promise<void> => {
      const done = Promise.withResolvers<void>()
      waiting.push({ ...fetched, at: 0, done })
      working ??= start()
      return done.promise
    },
    /** Resolves when nothing is being handled. */
    idle: async (): Promise<void> => {
      while (working) await working
    },
  }
}
