import type { SubmissionIndex, SubmissionItem, SubmissionsQuestion } from '@hub/event-store/submission-index.ts'
import { problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { isPosition } from '@hub/schemas/format/position.ts'
import { receiptToken } from '@hub/schemas/format/receipt.ts'
import type { FastifyInstance } from 'fastify'
import { submissionsPart } from './openapi/submissions-part.ts'
import { requestRefusals } from './request-refusals.ts'

export type SubmissionsOptions = {
  department: SubmittingDepartment
  submissions: Pick<SubmissionIndex, 'ask'>
  /** UUID of the store, and the department's key: what is recorded is told with a receipt. */
  storeId: string
  receiptsKey: Uint8Array
}

/** Most submissions of an answer, and most ids that are asked for at once. */
export const mostSubmissions = 1_000
export const mostIdsAsked = 100
const usualSubmissions = 100
const names = ['source', 'id', 'state', 'after', 'limit']

/** What is asked; undefined where it is no question of this department's sender. */
const questionOf = (
  query: Record<string, unknown>,
  department: SubmittingDepartment,
): SubmissionsQuestion | undefined => {
  if (Object.keys(query).some((name) => !names.includes(name))) return undefined
  const { source, id, state, after, limit = String(usualSubmissions) } = query
  if (typeof source !== 'string' || departmentOfSource(source) !== department) return undefined
  const ids = id === undefined ? undefined : [id].flat()
  if (ids && (ids.length > mostIdsAsked || ids.some((one) => typeof one !== 'string' || one === ''))) return undefined
  if (state !== undefined && state !== 'RECORDED' && state !== 'REJECTED') return undefined
  if (after !== undefined && (typeof after !== 'string' || !isPosition(after))) return undefined
  if (typeof limit !== 'string' || !/^[1-9]\d{0,3}$/.test(limit) || Number(limit) > mostSubmissions) return undefined
  return { source, ids: ids as string[] | undefined, state, after, limit: Number(limit) }
}

/** An item as it is told: in the place of what its receipt is made of, the receipt, in which nobody can read. */
const toldOf = (
  { fact, ...item }: SubmissionItem,
  { storeId, receiptsKey }: Pick<SubmissionsOptions, 'storeId' | 'receiptsKey'>,
) => (fact ? { ...item, receipt: receiptToken(receiptsKey, { store: storeId, ...fact }) } : item)

/**
 * `GET /<department>/submissions`: what the store says of what a source has submitted, by the sender's own ids. Of whom
 * they are is never told, neither a stream nor a type: whoever asks learns that a source has used an id, and when.
 */
export const registerSubmissions = (http: FastifyInstance, options: SubmissionsOptions): void => {
  const { department, submissions } = options
  http.describe(submissionsPart(department))
  http.get(`/${department}/submissions`, { schema: { hide: true } }, async (request, reply) => {
    const question = questionOf(request.query as Record<string, unknown>, department)
    if (!question) return sendProblem(reply, problem(requestRefusals.SUBMISSIONS_QUERY))
    const answer = await submissions.ask(question)
    if (!answer) return sendProblem(reply, problem(requestRefusals.SUBMISSIONS_NOT_READ))
    const items = answer.items.map((item) => toldOf(item, options))
    return reply.send({ count: items.length, next: answer.next, items })
  })
}
