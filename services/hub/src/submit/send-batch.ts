import type { Fault, Problem } from '@hub/runtime/problem.ts'
import { type Destination, faultsOf, jsonOf, post, SendingStopped } from './destination.ts'

type Item = { status: 'accepted' | 'refused' | 'retry'; problem?: Problem; receipt?: string }

/** What the hub said to an event: a receipt, or the faults for which it was refused. */
export type Said = { receipt: string } | { faults: readonly Fault[] }

const attempts = 6
const firstWaitMs = 1000
/** A batch's answer has items, whether all, some or none of it were taken. */
const statusesWithItems = new Set([202, 207, 422])

/** The items of an answer; undefined where it was cut short. @throws {SendingStopped} */
const itemsOf = async (response: Response, count: number): Promise<readonly Item[] | undefined> => {
  if (!statusesWithItems.has(response.status)) {
    await response.body?.cancel()
    throw new SendingStopped(`the hub answered ${response.status} to a batch: check --url（请检查 --url）`)
  }
  const answer = await jsonOf<{ items?: readonly Item[] }>(response)
  if (answer === undefined) return undefined
  const { items } = answer
  const isWhole = Array.isArray(items) && items.length === count
  if (isWhole && items.every(({ status, receipt }) => status !== 'accepted' || typeof receipt === 'string'))
    return items
  throw new SendingStopped('what answers there is no intake: check --url（请检查 --url）')
}

/**
 * Sends events (JSON texts) as one batch and again what was not taken, until every one is accepted or refused. What the
 * hub said to each, in order.
 * @throws {SendingStopped}
 */
export const sendBatch = async (events: readonly string[], to: Destination): Promise<readonly Said[]> => {
  const said: Said[] = events.map(() => ({ faults: [] }))
  let open = events.map((_event, index) => index)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const body = `[${open.map((at) => events[at]).join(',')}]`
    const posted = await post(to, 'events', 'application/cloudevents-batch+json', body)
    // After an answer that was cut short the batch is sent again, and is not stored twice.
    const items = 'response' in posted ? await itemsOf(posted.response, open.length) : undefined
    if (items) {
      const still: number[] = []
      for (const [at, { status, receipt, problem }] of items.entries()) {
        if (status === 'retry') still.push(open[at]!)
        else said[open[at]!] = status === 'accepted' ? { receipt: receipt! } : { faults: faultsOf(problem) }
      }
      open = still
      if (open.length === 0) return said
    }
    const asked = 'busy' in posted ? posted.retryAfterMs : undefined
    if (attempt < attempts - 1) await to.wait(asked ?? firstWaitMs * 2 ** attempt)
  }
  throw new SendingStopped(
    `the hub at ${new URL(to.url).origin} takes nothing now（枢纽暂不可用）: run the same command later`,
  )
}
