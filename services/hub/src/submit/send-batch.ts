import type { Fault, Problem } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'

/** Thrown when the hub cannot be reached, or does not take batches at all. Sending goes on from there later. */
export class SendingStopped extends Error {
  override name = 'SendingStopped'
}

export type Destination = {
  url: string
  department: SubmittingDepartment
  /** Waits between two attempts. */
  wait: (ms: number) => Promise<void>
}

type Item = { status: 'accepted' | 'refused' | 'retry'; problem?: Problem }
type Answer = { items: readonly Item[] } | { retryAfterMs: number }

/** The faults of a refused event; its problem as one where the hub names none. */
const faultsOf = (problem: Problem | undefined): readonly Fault[] => {
  if (problem?.errors?.length) return problem.errors
  const { code = 'REFUSED', title = 'refused', titleZh = '被拒收', detail = '', detailZh = '' } = problem ?? {}
  return [{ pointer: '', code, message: title, messageZh: titleZh, whatToDo: detail, whatToDoZh: detailZh }]
}

const attempts = 6
const firstWaitMs = 1000

const retryAfterMs = (response: Response, otherwise: number) => {
  const seconds = Number(response.headers.get('retry-after'))
  return seconds > 0 ? Math.min(seconds, 60) * 1000 : otherwise
}

const post = async (events: readonly unknown[], to: Destination, waitMs: number): Promise<Answer> => {
  let response: Response
  try {
    response = await fetch(new URL(`/${to.department}/events`, to.url), {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    })
  } catch {
    return { retryAfterMs: waitMs }
  }
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel()
    return { retryAfterMs: retryAfterMs(response, waitMs) }
  }
  if (response.status !== 202) {
    await response.body?.cancel()
    throw new SendingStopped(`the hub answered ${response.status} to a batch: check --url（请检查 --url）`)
  }
  try {
    const { items } = (await response.json()) as { items: readonly Item[] }
    if (Array.isArray(items) && items.length === events.length) return { items }
  } catch {
    // An answer cut short says nothing: the batch is sent again, and is not stored twice.
    return { retryAfterMs: waitMs }
  }
  throw new SendingStopped('what answers there is no intake: check --url（请检查 --url）')
}

/**
 * Sends events as one batch and again what was not taken, until every one is accepted or refused. The faults of each
 * event, in order; none for an accepted one.
 * @throws {SendingStopped}
 */
export const sendBatch = async (
  events: readonly unknown[],
  to: Destination,
): Promise<readonly (readonly Fault[])[]> => {
  const faults: (readonly Fault[])[] = events.map(() => [])
  let open = events.map((_event, index) => index)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const waitMs = firstWaitMs * 2 ** attempt
    const answer = await post(
      open.map((index) => events[index]),
      to,
      waitMs,
    )
    if ('items' in answer) {
      const still: number[] = []
      for (const [at, item] of answer.items.entries()) {
        if (item.status === 'retry') still.push(open[at]!)
        if (item.status === 'refused') faults[open[at]!] = faultsOf(item.problem)
      }
      open = still
      if (open.length === 0) return faults
    }
    if (attempt < attempts - 1) await to.wait('retryAfterMs' in answer ? answer.retryAfterMs : waitMs)
  }
  throw new SendingStopped(
    `the hub at ${new URL(to.url).origin} takes nothing now（枢纽暂不可用）: run the same command later`,
  )
}
