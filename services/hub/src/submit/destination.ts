import type { Fault, Problem } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'

/** Thrown when the hub cannot be reached, does not take what is sent, or does not record it. The same command goes on. */
export class SendingStopped extends Error {
  override name = 'SendingStopped'
}

export type Destination = {
  url: string
  department: SubmittingDepartment
  /** Waits between two attempts. */
  wait: (ms: number) => Promise<void>
}

/** What the hub answered; or that it is busy or away, and for how long it asks to wait. */
export type Posted = { response: Response } | { busy: true; retryAfterMs?: number }

const retryAfterOf = (response: Response): { retryAfterMs?: number } => {
  const seconds = Number(response.headers.get('retry-after'))
  return seconds > 0 ? { retryAfterMs: Math.min(seconds, 60) * 1000 } : {}
}

/** Posts to a path of the department, `events` or `receipts`. */
export const post = async (
  { url, department }: Destination,
  path: string,
  type: string,
  body: string,
): Promise<Posted> => {
  try {
    const response = await fetch(new URL(`/${department}/${path}`, url), {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    if (response.status !== 429 && response.status < 500) return { response }
    await response.body?.cancel()
    return { busy: true, ...retryAfterOf(response) }
  } catch {
    return { busy: true }
  }
}

/** The JSON of an answer; undefined for an answer that was cut short, which says nothing. */
export const jsonOf = async <T>(response: Response): Promise<T | undefined> => {
  try {
    return (await response.json()) as T
  } catch {
    return undefined
  }
}

/** The faults of a refused event; its problem as one where the hub names none. */
export const faultsOf = (problem: Problem | undefined): readonly Fault[] => {
  if (problem?.errors?.length) return problem.errors
  const { code = 'REFUSED', title = 'refused', titleZh = '被拒收', detail = '', detailZh = '' } = problem ?? {}
  return [{ pointer: '', code, message: title, messageZh: titleZh, whatToDo: detail, whatToDoZh: detailZh }]
}
