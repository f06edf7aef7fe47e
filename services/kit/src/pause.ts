/** Sleeps that an alarm ends before their time. */
export type Alarm = {
  /** Ends after the time, or when the alarm rings; at once where it rang since the last sleep. */
  sleep(ms: number): Promise<void>
  ring(): void
}

/** An alarm for one sleeper. */
export const createAlarm = (): Alarm => {
  let rang = false
  let wake: (() => void) | undefined
  return {
    sleep: async (ms) => {
      if (!rang)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      wake = undefined
      rang = false
    },
    ring: () => {
      rang = true
      wake?.()
    },
  }
}

export type Backoff = { firstMs: number; mostMs: number }

/** How long to wait before the attempt after `failures` ones (from 1): doubled each time, and spread, so that many do not come back at once. */
export const backoffMs = ({ firstMs, mostMs }: Backoff, failures: number, random: number): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30)) * (0.5 + random / 2)
