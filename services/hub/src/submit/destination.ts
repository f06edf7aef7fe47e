import { type HubAnswer, request } from '@hub/kit/hub-address.ts'
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
  /** After how long (ms) a question that nothing hangs on is given up. Default as for all requests. */
  timeoutMs?: number
}

/** After this long a request is given up and made again, ms. */
export const timeoutMs = 60_000

/** Posts to a path of the department, `events` or `receipts`; undefined where nothing answered. */
export const post = (
  { url, department }: Destination,
  path: string,
  type: string,
  body: string,
): Promise<HubAnswer | undefined> => request({ url, timeoutMs }, `/${department}/${path}`, { type, body })

const longestWaitMs = 60_000

/** How long a busy hub asks to wait, ms; `otherwise` where it doesn't say. */
export const waitOf = (askedMs: number | undefined, otherwise: number): number =>
  Math.min(askedMs ?? otherwise, longestWaitMs)

/** Whether an answer says nothing of what was sent: none came, it was cut short, or the hub is busy or away. */
export const saysNothing = (answer: HubAnswer | undefined): boolean => {
  if (answer === undefined || answer.status === 429 || answer.status >= 500) return true
  return answer.body === undefined && (answer.status < 300 || answer.status === 422)
}

/** Why something else than a hub's answer to `what` stops the sending. */
export const notAHub = ({ status }: Pick<HubAnswer, 'status'>, what: 'a batch' | 'receipts'): SendingStopped => {
  const told =
    status < 300 || status === 422
      ? `what answers there ${what === 'receipts' ? 'knows no receipts' : 'is no intake'}`
      : `the hub answered ${status} to ${what}`
  return new SendingStopped(`${told}: check --url（请检查 --url）`)
}
