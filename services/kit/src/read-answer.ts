import type { Fault, Problem } from '@hub/runtime/problem.ts'
import type { HubAnswer } from './hub-address.ts'
import type { Told } from './outbox-entry.ts'

/** What the intake says of one event. */
export type Verdict =
  | { state: 'taken'; receipt: string; told: Told }
  | { state: 'refused'; told: Told }
  /** Nothing speaks against it, but it may not have been taken. */
  | { state: 'waiting' }

/** What the intake says of a batch. */
export type BatchAnswer =
  | { kind: 'verdicts'; verdicts: readonly Verdict[]; afterMs: number | undefined }
  /** Not one by one: the batch is too large, or an event in it makes the whole unreadable. Smaller ones find out which. */
  | { kind: 'whole'; faults: readonly Fault[] }
  /** Nothing is known of the events; the same again later. `status` is 0 where nothing answered. */
  | { kind: 'later'; status: number; code: string | undefined; afterMs: number | undefined }

type Json = Readonly<Record<string, unknown>>

/** A member of JSON that may be anything. */
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const faultOf = (value: unknown): Fault[] => {
  if (!isObject(value)) return []
  const { pointer, code, message, messageZh, whatToDo, whatToDoZh } = value
  const words = { message: textOf(message), messageZh: textOf(messageZh) }
  return [
    {
      pointer: textOf(pointer),
      code: textOf(code),
      ...words,
      whatToDo: textOf(whatToDo),
      whatToDoZh: textOf(whatToDoZh),
    },
  ]
}

const faultsIn = (list: unknown): readonly Fault[] => (Array.isArray(list) ? list.flatMap(faultOf) : [])

/** The hub's own problem (RFC 9457); what a proxy says instead is none. */
export const problemIn = (body: unknown): Problem | undefined =>
  isObject(body) && textOf(body.type).startsWith('urn:veterans-hub:problem:') && textOf(body.code) !== ''
    ? (body as unknown as Problem)
    : undefined

/** The faults of a problem; the problem as one where it lists none. */
export const faultsOfProblem = (problem: Problem): readonly Fault[] => {
  const faults = faultsIn(problem.errors)
  if (faults.length > 0) return faults
  const { code, title, titleZh, detail, detailZh } = problem
  return faultOf({ pointer: '', code, message: title, messageZh: titleZh, whatToDo: detail, whatToDoZh: detailZh })
}

const optional = <Key extends string>(key: Key, value: unknown) =>
  (typeof value === 'string' ? { [key]: value } : {}) as { [One in Key]?: string }

const verdictOf = (item: unknown, id: string): Verdict | undefined => {
  if (!isObject(item) || (item.id !== undefined && item.id !== id)) return undefined
  if (item.status === 'retry') return { state: 'waiting' }
  if (item.status === 'accepted' && textOf(item.receipt) !== '')
    return {
      state: 'taken',
      receipt: textOf(item.receipt),
      told: {
        notices: faultsIn(item.notices),
        ...optional('stream', item.stream),
        ...optional('eventId', item.eventId),
      },
    }
  const problem = item.status === 'refused' ? problemIn(item.problem) : undefined
  return problem && { state: 'refused', told: { faults: faultsOfProblem(problem) } }
}

/**
 * Reads an intake's answer to a batch by its body: whatever the status, items that fit the events are what became of
 * them. Where they do not fit, nothing is believed.
 */
export const readBatchAnswer = (answer: HubAnswer | undefined, ids: readonly string[]): BatchAnswer => {
  if (!answer) return { kind: 'later', status: 0, code: undefined, afterMs: undefined }
  const { status, body, retryAfterMs: afterMs } = answer
  const items: readonly unknown[] = isObject(body) && Array.isArray(body.items) ? body.items : []
  const verdicts = items.map((item, index) => verdictOf(item, ids[index] ?? '')).filter((one) => one !== undefined)
  if (ids.length > 0 && items.length === ids.length && verdicts.length === ids.length)
    return { kind: 'verdicts', verdicts, afterMs }
  const problem = problemIn(body)
  const ofWhole = problem && [400, 413, 422].includes(status)
  if (ofWhole) return { kind: 'whole', faults: faultsOfProblem(problem) }
  return { kind: 'later', status, code: problem?.code, afterMs }
}
