import { statfs } from 'node:fs/promises'
import { type Broker, type Lag, QueueFull } from './broker.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const leastFreeShare = 0.05

/** Why no more may be put into the queue; undefined when it may. `free` is the free share of the disk, 0 to 1. */
export const refusalOf = (lag: Lag, free: number, now: number): string | undefined => {
  if (free < leastFreeShare) return 'less than 5 % of the disk is free'
  if (lag.oldest !== undefined && now - Date.parse(lag.oldest) > dayMs)
    return 'the oldest waiting message is older than a day'
  return undefined
}

/** Ready for work: what waits in the queue waits for less than an hour. */
export const isCurrent = ({ oldest }: Lag, now: number): boolean =>
  oldest === undefined || now - Date.parse(oldest) < hourMs

/** Free share of the disk that holds a folder, 0 to 1. */
export const freeShareOf = async (folder: string): Promise<number> => {
  const { bavail, blocks } = await statfs(folder)
  return blocks === 0 ? 1 : bavail / blocks
}

/**
 * A broker that takes nothing while the reader is a day behind or the disk is nearly full: `publish` rejects with
 * `QueueFull`, so that senders come back later and nothing is lost. Looks every `everyMs` (default 5,000).
 */
export const guardedBroker = <Guarded extends Pick<Broker, 'publish' | 'lag'>>(
  broker: Guarded,
  options: { freeShare: () => Promise<number>; now: () => number; everyMs?: number },
): Guarded => {
  let looked = Number.NEGATIVE_INFINITY
  let refusal: string | undefined
  const look = async () => {
    looked = options.now()
    refusal = refusalOf(await broker.lag(), await options.freeShare(), looked)
  }
  return {
    ...broker,
    publish: async (messages) => {
      if (options.now() - looked >= (options.everyMs ?? 5_000)) await look()
      if (refusal !== undefined) throw new QueueFull(refusal)
      await broker.publish(messages)
    },
  }
}
