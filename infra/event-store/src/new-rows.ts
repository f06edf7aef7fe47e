/** Waiting for rows that this or another connection writes. */
export type NewRows = {
  /** Wakes all who wait. */
  ring(): void
  /** Resolves at the next ring, after `milliseconds`, or with the signal. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** A bell: rung by the writer of the same process; whoever waits looks again by itself after a while. */
export const newRows = (): NewRows => {
  const waiting = new Set<() => void>()
  return {
    ring: () => {
      for (const wake of [...waiting]) wake()
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, milliseconds)
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      }),
  }
}
