import { BroadcastChannel } from 'node:worker_threads'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Waiting for rows that this or another connection to a file writes. */
export type NewRows = {
  /** Wakes all who wait at the file in this process, in whatever thread. */
  ring(): void
  /** Resolves at the next ring, with the signal, or when it is time to look again after so many looks in vain. */
  wait(looksInVain: number, signal: AbortSignal): Promise<void>
  close(): void
}

const [soonest, latest] = [10, 250]

/**
 * How long to wait before the next look, ms. Within a process the bell wakes; looking is for what other processes write,
 * and costs little where nobody writes.
 */
export const waitAfter = (looksInVain: number): number => Math.min(latest, soonest * 1.5 ** looksInVain)

/** The bell of a connection's file. */
export const newRows = ({ database }: SqliteConnection): NewRows => {
  const name = `rows of ${database.location()}`
  const waiting = new Set<() => void>()
  let channel: BroadcastChannel | undefined
  const wakeAll = () => {
    for (const wake of [...waiting]) wake()
  }
  // A channel is opened at the first ring or wait, so that a connection that only reads is never woken.
  const opened = () => {
    if (channel) return channel
    channel = new BroadcastChannel(name)
    channel.onmessage = wakeAll
    channel.unref()
    return channel
  }
  return {
    ring: () => {
      wakeAll()
      opened().postMessage(null)
    },
    wait: (looksInVain, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        opened()
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, waitAfter(looksInVain))
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      }),
    close: () => {
      wakeAll()
      channel?.close()
      channel = undefined
    },
  }
}
